import { buttonClass } from "@/components/ui/button";
import {
  APPLICATION_STATES,
  type QueueFilters,
  STATE_WORDS,
  shownStates,
  WAITING,
} from "@/lib/applications/schema";
import type { Queue } from "@/lib/applications/views";

/** The queue's filters: a form that asks by the address, so that a view can be kept and sent on. */
export function QueueFilterBar({
  filters,
  counts,
  cohorts,
}: Pick<Queue, "counts" | "cohorts"> & { filters: QueueFilters }) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const waiting = WAITING.reduce((sum, state) => sum + counts[state], 0);
  return (
    <form className="no-print mb-5 flex flex-wrap items-end gap-3" action="/staff/applications">
      <label className="grid gap-1 text-[0.94rem] text-muted">
        Find
        <input
          className="input"
          type="search"
          name="q"
          maxLength={100}
          defaultValue={filters.q}
          placeholder="Name, school, reference"
        />
      </label>
      <label className="grid gap-1 text-[0.94rem] text-muted">
        State
        <select className="input" name="state" defaultValue={shownStates(filters)}>
          <option value="waiting">waiting ({waiting})</option>
          <option value="all">all ({all})</option>
          {APPLICATION_STATES.filter((state) => state !== "draft").map((state) => (
            <option key={state} value={state}>
              {STATE_WORDS[state]} ({counts[state]})
            </option>
          ))}
        </select>
      </label>
      {cohorts.length > 1 ? (
        <label className="grid gap-1 text-[0.94rem] text-muted">
          Cohort
          <select className="input" name="cohort" defaultValue={filters.cohort ?? ""}>
            <option value="">All</option>
            {cohorts.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <button type="submit" className={buttonClass("secondary")}>
        Apply
      </button>
      {filters.q || filters.state || filters.cohort ? (
        <a className="py-2" href="/staff/applications">
          Clear the filters
        </a>
      ) : null}
    </form>
  );
}
