import { buttonClass } from "@/components/ui/button";
import { type AuditFilters, actionInWords, plainWords } from "@/lib/audit-log/schema";

/** The filters of the audit log: a form that only asks, so that each view has an address. */
export function AuditFilter({
  filters,
  kinds,
  actions,
  cohorts,
}: {
  filters: AuditFilters;
  kinds: readonly string[];
  actions: readonly string[];
  cohorts: readonly { id: string; name: string }[];
}) {
  const set = Object.entries(filters).some(([name, value]) => name !== "before" && value);
  return (
    <search>
      <form className="filter-bar no-print mb-5 flex flex-wrap items-end gap-3" action="/staff/audit-log">
        <label className="grid gap-1 text-[0.94rem] text-muted">
          Who
          <input
            className="input"
            type="search"
            name="who"
            maxLength={100}
            defaultValue={filters.who}
            placeholder="Name, address"
          />
        </label>
        <label className="grid gap-1 text-[0.94rem] text-muted">
          To whom or what
          <input
            className="input"
            type="search"
            name="about"
            maxLength={100}
            defaultValue={filters.about}
            placeholder="Name, title"
          />
        </label>
        <label className="grid gap-1 text-[0.94rem] text-muted">
          What was done
          <select className="input" name="action" defaultValue={filters.action ?? ""}>
            <option value="">anything</option>
            {actions.map((action) => (
              <option key={action} value={action}>
                {actionInWords(action)}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1 text-[0.94rem] text-muted">
          Sort of thing
          <select className="input" name="kind" defaultValue={filters.kind ?? ""}>
            <option value="">anything</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {plainWords(kind)}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1 text-[0.94rem] text-muted">
          Cohort
          <select className="input" name="cohort" defaultValue={filters.cohort ?? ""}>
            <option value="">any or none</option>
            {cohorts.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1 text-[0.94rem] text-muted">
          From
          <input className="input" type="date" name="from" defaultValue={filters.from} />
        </label>
        <label className="grid gap-1 text-[0.94rem] text-muted">
          To
          <input className="input" type="date" name="to" defaultValue={filters.to} />
        </label>
        {filters.subject ? <input type="hidden" name="subject" value={filters.subject} /> : null}
        <button type="submit" className={buttonClass("secondary")}>
          Apply
        </button>
        {set ? (
          <a className="py-2" href="/staff/audit-log">
            Clear
          </a>
        ) : null}
      </form>
    </search>
  );
}
