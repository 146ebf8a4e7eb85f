import { notFound } from "next/navigation";
import { PageTitle } from "@/components/engagement/page-title";
import { ItemList } from "@/components/mentoring/item-list";
import { LinkOver } from "@/components/mentoring/link-over";
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
  const waiting = home.people.flatMap(({ items }) => items.filter(({ standing }) => standing === "waiting"));
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
      <p className="mb-6 max-w-prose">
        {waiting.length === 0
          ? "Nothing waits for you now. We write to you when something does."
          : waiting.length === 1
            ? "One thing waits for you."
            : `${waiting.length} things wait for you.`}
      </p>
      {home.people.map(({ naming, fullName, programme, cohort, items }) => (
        <section className="card mb-6" key={naming} aria-labelledby={naming}>
          <h2 id={naming}>{fullName}</h2>
          <p className="mb-3 text-muted">
            {programme}, {cohort}
          </p>
          <ItemList
            items={items}
            audience="mentor"
            href={(item) =>
              item.standing === "upcoming" ? null : `/mentor/${token}/${naming}/${item.milestoneId}`
            }
          />
        </section>
      ))}
      <p className="max-w-prose text-muted">
        You see what a participant sends you and what is yours to do, and nothing else about them. If you are
        no longer somebody’s mentor, please write to <a href="mailto:npq@ucl.ac.uk">npq@ucl.ac.uk</a>.
      </p>
    </div>
  );
}
