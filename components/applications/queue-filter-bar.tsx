import { buttonClass } from "@/components/ui/button";
import { APPLICATION_STATES, STATE_WORDS } from "@/lib/applications/schema";
import { FUNDING_ROUTES, FUNDING_SHORT } from "@/lib/applications/schema-choices";
import {
  AGE_WORDS,
  AGES,
  NOT_ON_REGISTER,
  type QueueFilters,
  SORT_WORDS,
  SORTS,
  shownStates,
  WAITING,
} from "@/lib/applications/schema-queue";
import type { Queue } from "@/lib/applications/views-queue";

type Props = Pick<Queue, "counts" | "regions" | "phases"> & { filters: QueueFilters };

/** The queue's filters: a form that asks by the address, so that a view can be kept and sent on. */
export function QueueFilterBar({ filters, counts, regions, phases }: Props) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const waiting = WAITING.reduce((sum, state) => sum + counts[state], 0);
  const { cohort, on, sort, region, phase, funding, age } = filters;
  return (
    <form className="filter-bar no-print" action="/staff/applications">
      {Object.entries({ cohort, on }).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <label>
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
      <Choice
        label="State"
        name="state"
        chosen={shownStates(filters)}
        options={[
          ["waiting", `open (${waiting})`],
          ["all", `all (${all})`],
          ...APPLICATION_STATES.filter((state) => state !== "draft").map((state): [string, string] => [
            state,
            `${STATE_WORDS[state]} (${counts[state]})`,
          ]),
        ]}
      />
      <details className="more-filters" open={Boolean(region || phase || funding || age) || undefined}>
        <summary>More filters</summary>
        <div className="filter-bar">
          <Choice label="Region" name="region" chosen={region} options={placesIn(regions)} />
          <Choice label="Phase" name="phase" chosen={phase} options={placesIn(phases)} />
          <Choice
            label="Who pays"
            name="funding"
            chosen={funding}
            options={[ANY, ...FUNDING_ROUTES.map((route): [string, string] => [route, FUNDING_SHORT[route]])]}
          />
          <Choice
            label="Sent"
            name="age"
            chosen={age}
            options={[ANY, ...AGES.map((each): [string, string] => [each, AGE_OPTIONS[each]])]}
          />
          <Choice
            label="Order"
            name="sort"
            chosen={sort}
            options={[["", "the usual"], ...SORTS.map((each): [string, string] => [each, SORT_WORDS[each]])]}
          />
        </div>
      </details>
      <button type="submit" className={buttonClass("secondary")}>
        Apply
      </button>
    </form>
  );
}

const ANY: [string, string] = ["", "any"];
const AGE_OPTIONS = {
  ...AGE_WORDS,
  week: "7 days ago or less",
  fortnight: "8 to 14 days ago",
  older: "more than 14 days ago",
};

const placesIn = (places: string[]): [string, string][] => [
  ANY,
  ...places.map((place): [string, string] => [place, place]),
  [NOT_ON_REGISTER, "not a school on the register"],
];

function Choice({
  label,
  name,
  chosen,
  options,
}: {
  label: string;
  name: string;
  chosen: string | undefined;
  options: [value: string, words: string][];
}) {
  return (
    <label>
      {label}
      <select className="input" name={name} defaultValue={chosen ?? ""}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
