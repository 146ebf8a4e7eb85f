import { Fragment } from "react";
import { STATE_WORDS } from "@/lib/applications/schema";
import { FUNDING_SHORT } from "@/lib/applications/schema-choices";
import {
  AGE_WORDS,
  NOT_ON_REGISTER,
  type QueueFilters,
  queueAddress,
  WAITING_ON,
  WAITING_ON_WORDS,
} from "@/lib/applications/schema-queue";
import type { Queue } from "@/lib/applications/views-queue";

/** Which cohort's applications: first of all, since each is decided for itself. Nothing where there is only one. */
export function QueueCohorts({ filters, cohorts }: Pick<Queue, "cohorts"> & { filters: QueueFilters }) {
  if (cohorts.length < 2) return null;
  // A region or a phase may not be found in another cohort; everything else is worth keeping.
  const address = (cohort: string | undefined) =>
    queueAddress(filters, { cohort, region: undefined, phase: undefined });
  return (
    <nav className="cohort-tabs no-print" aria-label="Cohort">
      {[{ id: undefined, name: "All cohorts" }, ...cohorts].map(({ id, name }) => (
        <a key={name} href={address(id)} aria-current={id === filters.cohort ? "page" : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}

/** On whom the applications of the view wait, each with how many there are. */
export function QueueWaiting({ filters, waiting }: Pick<Queue, "waiting"> & { filters: QueueFilters }) {
  return (
    <nav className="view-links no-print" aria-label="Waiting for">
      {([undefined, ...WAITING_ON] as const).map((on) => (
        <Fragment key={on ?? "all"}>
          {on === WAITING_ON[0] ? <span>waiting for</span> : null}
          <a href={queueAddress(filters, { on })} aria-current={on === filters.on ? "page" : undefined}>
            {on ? WAITING_ON_WORDS[on] : "Everything"} <b>{waiting[on ?? "all"]}</b>
          </a>
        </Fragment>
      ))}
    </nav>
  );
}

/** The filters that are set, each with the way to leave it out. */
export function QueueChosen({ filters }: { filters: QueueFilters }) {
  const { state, region, phase, funding, age, on, q } = filters;
  const register = (place: string) => (place === NOT_ON_REGISTER ? "not on the register" : place);
  const chosen: [name: keyof QueueFilters, words: string][] = [];
  if (q) chosen.push(["q", `Found by “${q}”`]);
  if (state)
    chosen.push([
      "state",
      `State: ${state === "waiting" ? "open" : state === "all" ? "all" : STATE_WORDS[state]}`,
    ]);
  if (on) chosen.push(["on", `Waiting for ${WAITING_ON_WORDS[on]}`]);
  if (region) chosen.push(["region", `Region: ${register(region)}`]);
  if (phase) chosen.push(["phase", `Phase: ${register(phase)}`]);
  if (funding) chosen.push(["funding", `Who pays: ${FUNDING_SHORT[funding].toLowerCase()}`]);
  if (age) chosen.push(["age", `Sent: ${age === "late" ? AGE_WORDS.late : `${AGE_WORDS[age]} ago`}`]);
  if (chosen.length === 0) return null;
  return (
    <ul className="chosen no-print" aria-label="Filters that are set">
      {chosen.map(([name, words]) => (
        <li key={name}>
          <a href={queueAddress(filters, { [name]: undefined })}>
            {words}
            <span aria-hidden="true"> ×</span>
            <span className="sr-only">: leave out</span>
          </a>
        </li>
      ))}
      <li>
        <a className="plain" href={queueAddress({ page: 1, cohort: filters.cohort, sort: filters.sort })}>
          Clear the filters
        </a>
      </li>
    </ul>
  );
}
