import type { PlainDate } from "../dates";
import type { CohortFacts, CohortSituation } from "./schema";

/** True on the days from the opening to the closing of applications, both included. */
export function takesApplications(
  cohort: Pick<CohortFacts, "applicationsOpen" | "applicationsClose">,
  today: PlainDate,
): boolean {
  const { applicationsOpen: from, applicationsClose: to } = cohort;
  return from !== null && to !== null && from <= today && today <= to;
}

/**
 * Which cohort decides a programme's one next step, and what that step is. The first to start of those that are
 * open with a place left; else the next that opens, since a place there is surer than a waiting list; else one
 * that is open and full; else, closed, the last that started or will.
 */
export function situationOf(cohorts: readonly CohortFacts[], today: PlainDate): CohortSituation {
  const byStart = cohorts.toSorted((a, b) =>
    a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : 0,
  );
  const open = byStart.filter((cohort) => takesApplications(cohort, today));
  const withPlaces = open.find((cohort) => cohort.placesLeft > 0);
  if (withPlaces?.applicationsClose)
    return { state: "open", cohort: withPlaces, closesOn: withPlaces.applicationsClose };

  const ahead = byStart
    .filter((cohort) => cohort.applicationsOpen !== null && cohort.applicationsOpen > today)
    .toSorted((a, b) => ((a.applicationsOpen ?? "") < (b.applicationsOpen ?? "") ? -1 : 1))[0];
  if (ahead?.applicationsOpen) return { state: "opens_on", cohort: ahead, opensOn: ahead.applicationsOpen };

  const full = open[0];
  if (full?.applicationsClose) return { state: "full", cohort: full, closesOn: full.applicationsClose };
  return { state: "closed", cohort: byStart.at(-1) ?? null };
}
