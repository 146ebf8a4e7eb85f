import type { Engagement } from "@/lib/engagement/schema";
import { STATE_WORDS } from "@/lib/engagement/schema";
import type { Standing } from "@/lib/status-changes/queries";
import type { Change } from "@/lib/status-changes/schema";
import type { TransferEffect } from "@/lib/status-changes/transfer-queries";

type Sentences = { overall: string; forecast: string };
const nameOf = ({ title, module }: { title: string; module: number | null }) =>
  module ? `${title} (module ${module})` : title;

/** What a change does to milestones and engagement: shown before it is confirmed. */
export function ChangeEffect({
  change,
  standing: { open, done, missing },
  sentences: { overall, forecast },
}: {
  change: Exclude<Change, "transfer">;
  standing: Standing;
  sentences: Sentences;
}) {
  const items = `${open.length} ${open.length === 1 ? "item is" : "items are"}`;
  const lead = {
    deferral: `${items} open now. None is due while they are away.`,
    withdrawal: `${items} open now. None is due any more.`,
    return: `${items} open now, and due again from today.`,
    completion:
      missing.length === 0
        ? "Everything that the programme asks for is there."
        : "Not everything that the programme asks for is there:",
  }[change];
  return (
    <section className="card mb-6" aria-labelledby="effect">
      <h2 id="effect">What this means for their record</h2>
      <p className="mt-2">{lead}</p>
      {change === "completion" ? (
        <ul className="mt-2 list-disc ps-5">
          {missing.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : (
        <ul className="mt-2 list-disc ps-5">
          {open.map((item) => (
            <li key={item.id}>
              {nameOf(item)}, {STATE_WORDS[item.state]}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3">
        {done} {done === 1 ? "milestone is" : "milestones are"} done, and stay recorded. {overall}
      </p>
      {change === "completion" ? null : <p className="mt-2">{forecast}</p>}
    </section>
  );
}

/** What a move to another cohort carries over, what stays behind, and where they would stand there. */
export function CarriedEffect({
  effect: { carried, left, excused },
  cohortName,
  sentences: { overall, forecast },
}: {
  effect: TransferEffect & { engagement: Engagement };
  cohortName: string;
  sentences: Sentences;
}) {
  return (
    <section className="card mb-6" aria-labelledby="effect">
      <h2 id="effect">What is carried over to {cohortName}</h2>
      {carried.length === 0 ? <p className="mt-2">Nothing is done yet, so nothing is carried over.</p> : null}
      <ul className="mt-2 list-disc ps-5">
        {carried.map((item) => (
          <li key={nameOf(item)}>
            {nameOf(item)}
            {item.complete ? "" : ", in part"}
          </li>
        ))}
      </ul>
      {left.length > 0 ? (
        <p className="mt-3">Without its like there, and so kept here only: {left.map(nameOf).join("; ")}.</p>
      ) : null}
      {excused.length > 0 ? (
        <p className="mt-3">
          Excused here, and asked of them again there unless somebody excuses them there, too:{" "}
          {excused.map(nameOf).join("; ")}.
        </p>
      ) : null}
      <p className="mt-3">
        In {cohortName}: {overall}
      </p>
      <p className="mt-2">{forecast}</p>
      <p className="mt-3 text-muted">
        They leave their peer learning group, and keep their NPQ mentor. What is on its way goes along: an
        alternative activity, an audit that they have begun, a check-in that their mentor has not confirmed,
        and what they need at a residential. A correction that they have asked for is still answered here, and
        what is put right counts in {cohortName}, too.
      </p>
      <p className="mt-3 text-muted">
        This enrolment ends as “moved to another cohort”, with everything that is recorded in it.
      </p>
    </section>
  );
}
