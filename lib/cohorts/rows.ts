import { type PlainDate, plainDate } from "../dates";
import type { CohortFacts } from "./schema";

/** The columns of a cohort that its views are made from. */
export const cohortColumns = {
  id: true,
  slug: true,
  name: true,
  startsOn: true,
  applicationsOpen: true,
  applicationsClose: true,
  capacity: true,
  placesTaken: true,
  fundedPlaces: true,
  fundedTaken: true,
} as const;

export const programmeColumns = { select: { id: true, slug: true, shortName: true, title: true } } as const;

type CohortRow = {
  id: string;
  slug: string;
  name: string;
  startsOn: Date;
  applicationsOpen: Date | null;
  applicationsClose: Date | null;
  capacity: number;
  placesTaken: number;
  fundedPlaces: number;
  fundedTaken: number;
};

const day = (date: Date | null): PlainDate | null => (date ? plainDate(date) : null);

/** A cohort as anyone may see it. */
export function cohortFacts(row: CohortRow): CohortFacts {
  const placesLeft = row.capacity - row.placesTaken;
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    startsOn: plainDate(row.startsOn),
    applicationsOpen: day(row.applicationsOpen),
    applicationsClose: day(row.applicationsClose),
    placesLeft,
    // A funded place is a place too.
    fundedPlacesLeft: Math.min(placesLeft, row.fundedPlaces - row.fundedTaken),
  };
}
