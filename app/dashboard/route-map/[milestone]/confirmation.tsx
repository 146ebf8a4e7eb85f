import { Figures } from "@/components/engagement/figures";
import { Notice } from "@/components/ui/notice";
import type { Actor } from "@/lib/auth/actor";
import { now } from "@/lib/clock";
import { participantOverview } from "@/lib/engagement/queries";
import type { MilestoneDetail } from "@/lib/engagement/schema";
import { loggedSentence, overallSentence, toDateSentence } from "@/lib/engagement/sentences";

const DONE = new Map([
  ["logged", "Your study time is logged"],
  ["marked", "Marked as done"],
  ["corrected", "The record is corrected"],
  ["taken-back", "The record is taken back"],
  ["asked", "Your correction is sent. The answer comes by e-mail and is kept below."],
]);

/** What has just been recorded, and where it leaves the viewer's engagement. */
export async function Confirmation({
  actor,
  done,
  detail,
}: {
  actor: Actor;
  done: string;
  detail: MilestoneDetail;
}) {
  const title = DONE.get(done);
  const overview = title ? await participantOverview(actor, now(), detail.cohortId) : null;
  if (!title || !overview) return null;
  const logged = loggedSentence(detail.milestone);
  return (
    <div className="mb-6">
      <Notice tone="done" title={title}>
        {done === "asked" ? null : (
          <>
            {logged ? <p>{`${logged}.`}</p> : null}
            <p>
              <Figures
                text={`${toDateSentence(overview.engagement)} ${overallSentence(overview.engagement)}`}
              />
            </p>
          </>
        )}
        <p className="mt-2">
          <a href={`/dashboard?cohort=${detail.cohortId}`}>Back to your overview</a>
        </p>
      </Notice>
    </div>
  );
}
