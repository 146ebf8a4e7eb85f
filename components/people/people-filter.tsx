import { buttonClass } from "@/components/ui/button";
import { KINDS, type PeopleFilters, type PeopleKind, type Role } from "@/lib/people/schema";
import { roleInWords } from "./role-words";

const OTHERS: Partial<Record<PeopleKind, string>> = {
  staff: "Everybody with a role",
  everyone: "Everyone with an account",
  ended: "Access ended",
};

/** Narrows the list: a form that only asks, so that each view has an address. */
export function PeopleFilter({ filters }: { filters: PeopleFilters }) {
  return (
    <search>
      <form className="filter-bar no-print mb-5 flex flex-wrap items-end gap-3" action="/staff/people">
        <label className="grid gap-1 text-[0.94rem] text-muted">
          Name or address
          <input className="input" type="search" name="q" maxLength={100} defaultValue={filters.q} />
        </label>
        <label className="grid gap-1 text-[0.94rem] text-muted">
          Who
          <select className="input" name="role" defaultValue={filters.role}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {OTHERS[kind] ?? `${roleInWords(kind as Role)}s`}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className={buttonClass("secondary")}>
          Show
        </button>
      </form>
    </search>
  );
}
