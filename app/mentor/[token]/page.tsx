import { notFound } from "next/navigation";
import { PageTitle } from "@/components/engagement/page-title";
import { LinkOver } from "@/components/mentoring/link-over";
import { MentorPeople, WaitsForYou } from "@/components/mentoring/mentor-people";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { now } from "@/lib/clock";
import { longDate } from "@/lib/dates";
import { mentorHome } from "@/lib/mentoring/for-mentor";
import { AskAgain } from "./ask-again";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const DONE = new Map([
  ["answered", "Thank you: your answer is saved, and the participant is told."],
  ["sent", "Thank you: your report is in."],
]);
const TITLE = "Your part as NPQ mentor";

export default async function MentorPage({ params, searchParams }: Props) {
  const { token } = await params;
  const home = (await mentorHome(token, now())) ?? notFound();
  const { done } = await searchParams;
  if (home.standing !== "open") {
    return <LinkOver standing={home.standing} sent={done === "again"} again={<AskAgain token={token} />} />;
  }
  const said = typeof done === "string" ? DONE.get(done) : undefined;
  const href = (naming: string, { milestoneId }: { milestoneId: string }) =>
    `/mentor/${token}/${naming}/${milestoneId}`;
  return (
    <div className="max-w-[52rem]">
      <PageTitle title={TITLE} />
      <PageHeading
        title={TITLE}
        caption={`${home.mentorName} · this link works until ${longDate(home.until)}`}
      />
      {said ? (
        <div className="mb-5">
          <Notice tone="done">{said}</Notice>
        </div>
      ) : null}
      <WaitsForYou people={home.people} href={href} />
      <MentorPeople people={home.people} href={href} />
      <p className="max-w-prose text-muted">
        You see what a participant sends you and what is yours to do, and nothing else about them. If you are
        no longer somebody’s mentor, please write to <a href="mailto:npq@ucl.ac.uk">npq@ucl.ac.uk</a>.
      </p>
    </div>
  );
}
