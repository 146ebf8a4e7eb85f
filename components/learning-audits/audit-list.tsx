import { STATE_TONES } from "@/components/dashboard/soon-list";
import { ButtonLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { dateTimeInLondon, dayInLondon, shortDate } from "@/lib/dates";
import { type MyMilestone, STATE_WORDS } from "@/lib/engagement/schema";

type Kept = { savedAt: Date; submittedAt: Date | null };

/** A participant's audits by module, each with where it stands and what there is to do. */
export function AuditList({
  audits,
  mine,
  active,
}: {
  audits: readonly MyMilestone[];
  mine: ReadonlyMap<string, Kept>;
  /** False for a place that is deferred or over: then there is nothing to fill in. */
  active: boolean;
}) {
  const modules = [...new Set(audits.map(({ module }) => module))];
  return modules.map((module) => {
    const own = audits.filter((audit) => audit.module === module);
    const anySent = own.some(({ id }) => mine.get(id)?.submittedAt);
    return (
      <section key={module} className="card mb-6" aria-labelledby={`module-${module}`}>
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
          <h2 id={`module-${module}`}>{module ? `Module ${module}` : "Without a module"}</h2>
          {module && anySent ? (
            <a href={`/dashboard/learning-audits/compare/${module}`}>Module {module}, before and after</a>
          ) : null}
        </div>
        <ul className="stack-list">
          {own.map((audit) => (
            <Item key={audit.id} audit={audit} kept={mine.get(audit.id)} active={active} />
          ))}
        </ul>
      </section>
    );
  });
}

function Item({ audit, kept, active }: { audit: MyMilestone; kept: Kept | undefined; active: boolean }) {
  const { id, title, state } = audit;
  const href = `/dashboard/learning-audits/${id}`;
  const fillable = active && !kept?.submittedAt && state !== "upcoming" && state !== "not_required";
  return (
    <li className="flex flex-col items-start gap-x-6 gap-y-2 sm:flex-row sm:items-center sm:justify-between">
      <div>
        <p className="flex flex-wrap items-center gap-x-3">
          {kept?.submittedAt ? <a href={href}>{title}</a> : title}
          <Tag tone={STATE_TONES[state]}>{STATE_WORDS[state]}</Tag>
        </p>
        <p className="text-[0.94rem] text-muted">{standing(audit, kept)}</p>
      </div>
      {fillable ? (
        <ButtonLink href={href} variant={state === "completed" ? "plain" : "primary"} small>
          {kept ? "Go on" : "Fill it in"}
          <span className="sr-only">: {title}</span>
        </ButtonLink>
      ) : null}
    </li>
  );
}

function standing({ state, opensOn, closesOn, tally }: MyMilestone, kept: Kept | undefined): string {
  if (kept?.submittedAt) return `Sent in on ${shortDate(dayInLondon(kept.submittedAt))}`;
  if (kept) return `Begun, saved ${dateTimeInLondon(kept.savedAt)}; not sent in yet`;
  if (tally.completed) return "Recorded as done, without an audit kept here";
  if (state === "upcoming" && opensOn) return `Opens on ${shortDate(opensOn)}`;
  if (state === "not_required") return "Nothing is asked of you here";
  return closesOn ? `Due by ${shortDate(closesOn)}` : "No date";
}
