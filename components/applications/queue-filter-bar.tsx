import { buttonClass } from "@/components/ui/button";
import {
  APPLICATION_STATES,
  type ApplicationState,
  type QueueFilters,
  STATE_WORDS,
} from "@/lib/applications/schema";

/** The queue's filters: a form that asks by the address, so that a view can be kept and sent on. */
export function QueueFilterBar({
  filters,
  counts,
}: {
  filters: QueueFilters;
  counts: Record<ApplicationState, number>;
}) {
  return (
    <form className="mb-5 flex flex-wrap items-end gap-3" action="/staff/applications">
      <label className="grid gap-1 text-sm text-muted">
        Find
        <input
          className="input"
          type="search"
          name="q"
          maxLength={100}
          defaultValue={filters.q}
          placeholder="Name, school or reference"
        />
      </label>
      <label className="grid gap-1 text-sm text-muted">
        State
        <select className="input" name="state" defaultValue={filters.state ?? ""}>
          <option value="">All</option>
          {APPLICATION_STATES.filter((state) => state !== "draft").map((state) => (
            <option key={state} value={state}>
              {STATE_WORDS[state]} ({counts[state]})
            </option>
          ))}
        </select>
      </label>
      {filters.cohort ? <input type="hidden" name="cohort" value={filters.cohort} /> : null}
      <button type="submit" className={buttonClass("secondary", true)}>
        Apply
      </button>
      {filters.q || filters.state || filters.cohort ? <a href="/staff/applications">Show all</a> : null}
    </form>
  );
}
