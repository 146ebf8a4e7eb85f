import type { Metadata } from "next";
import { NoPlaceYet } from "@/components/dashboard/standing";
import { ActionForm } from "@/components/forms/action-form";
import { ItemList } from "@/components/mentoring/item-list";
import { MentorCard, MentorsBefore } from "@/components/mentoring/mentor-card";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { myMentoring } from "@/lib/mentoring/queries";
import { Frame } from "../frame";
import { resend } from "./actions";

export const metadata: Metadata = { title: "Your mentor" };

const DONE = new Map([
  ["named", "Your mentor is named, and we have written to them."],
  ["resent", "A new link is on its way to your mentor."],
]);

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MyMentorPage({ searchParams }: Props) {
  const actor = await requireViewer("/dashboard/mentor");
  const mine = await myMentoring(actor, now());
  const { done } = await searchParams;
  const said = typeof done === "string" ? DONE.get(done) : undefined;
  return (
    <Frame actor={actor} current="/dashboard/mentor">
      <PageHeading title="Your mentor" {...(mine ? { caption: mine.programme } : {})} />
      {said ? (
        <div className="mb-5">
          <Notice tone="done">{said}</Notice>
        </div>
      ) : null}
      {mine ? (
        <div className="milestone-columns">
          <section className="card" aria-labelledby="between">
            <h2 id="between">Check-ins and reports</h2>
            <p className="mb-3 text-muted">
              {mine.active
                ? "You write a check-in once you have met, and your mentor confirms it: both words complete it. The reports are your mentor’s; you see whether they are in."
                : "You are not active in this cohort, so there is nothing to write now. What is done is kept."}
            </p>
            <ItemList
              items={mine.active ? mine.items : mine.items.filter(({ standing }) => standing === "done")}
              audience="participant"
              href={({ milestoneId }) => `/dashboard/mentor/${milestoneId}`}
            />
          </section>
          <div>
            <MentorCard mentor={mine.mentor} link={mine.link}>
              {mine.active ? (
                <p className="mt-4">
                  <a href="/dashboard/mentor/change">
                    {mine.mentor ? "Name another mentor" : "Name your mentor"}
                  </a>
                </p>
              ) : null}
              {mine.active && mine.mentor && !mine.link.withdrawn ? (
                <ActionForm
                  action={resend.bind(null, mine.enrolmentId)}
                  submitLabel="Send the link again"
                  submitVariant="secondary"
                  hidden={{ seen: mine.link.seen }}
                />
              ) : null}
            </MentorCard>
            <MentorsBefore before={mine.before} />
          </div>
        </div>
      ) : (
        <NoPlaceYet />
      )}
    </Frame>
  );
}
