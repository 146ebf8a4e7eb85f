import "server-only";
import { managesCohort } from "../auth/actor";
import type { PlainDate } from "../dates";
import { type ListColumn, type ListOf, listFile } from "../list-file";
import { equalityTotals } from "./equality-queries";
import { type NeedsRow, needsOfCohort } from "./needs";
import { FUNDING_SHORT } from "./schema-choices";
import { FREED_WORDS } from "./schema-offer";
import { type SeatBoard, seatBoard } from "./seats";

/** What a cohort's pages say of its applicants, as files; each for those who manage the cohort (`cohort=`). */

const NEEDS: readonly ListColumn<NeedsRow>[] = [
  { heading: "Participant", width: 26, cell: ({ fullName }) => fullName },
  { heading: "Residential", cell: ({ residentialPlace }) => residentialPlace },
  { heading: "Access", width: 50, cell: ({ access }) => access },
  { heading: "Food", width: 50, cell: ({ dietary }) => dietary },
];

export const needsList: ListOf = async (actor, { cohort = "" }) => {
  const rows = await needsOfCohort(actor, cohort);
  return rows && listFile({ title: "Access and food", columns: NEEDS, cohortId: cohort, rows });
};

type Seat = {
  standing: string;
  turn: number | null;
  fullName: string;
  workplace: string | null;
  funding: string | null;
  on: PlainDate | null;
};

const SEATS: readonly ListColumn<Seat>[] = [
  { heading: "Standing", width: 26, cell: ({ standing }) => standing },
  { heading: "Turn", cell: ({ turn }) => turn },
  { heading: "Applicant", width: 26, cell: ({ fullName }) => fullName },
  { heading: "School or trust", width: 34, cell: ({ workplace }) => workplace },
  { heading: "Funding", width: 20, cell: ({ funding }) => funding },
  { heading: "Answer by, or since", cell: ({ on }) => on && { day: on } },
];

/** Offers that stand, the waiting list in its order, and places that became free. */
export const seatsList: ListOf = async (actor, { cohort = "" }, at) => {
  const board = await seatBoard(actor, cohort, at);
  return board && listFile({ title: "Places", columns: SEATS, cohortId: cohort, rows: seatsOf(board) });
};

function seatsOf({ offers, waiting, freed }: SeatBoard): Seat[] {
  return [
    ...offers.map(({ fullName, workplace, fundedPlace, answerBy }) => ({
      ...{ standing: "offer to be answered", turn: null, fullName, workplace },
      ...{ funding: fundedPlace ? "funded place" : null, on: answerBy },
    })),
    ...waiting.map(({ fullName, workplace, fundingRoute, since }, index) => ({
      ...{ standing: "on the waiting list", turn: index + 1, fullName, workplace },
      ...{ funding: fundingRoute && FUNDING_SHORT[fundingRoute], on: since },
    })),
    ...freed.map(({ fullName, how, on }) => ({
      ...{ standing: FREED_WORDS[how], turn: null, fullName, workplace: null, funding: null, on },
    })),
  ];
}

type Total = { question: string; answer: string; people: number | null };

const EQUALITY: readonly ListColumn<Total>[] = [
  { heading: "Question", width: 34, cell: ({ question }) => question },
  { heading: "Answer", width: 34, cell: ({ answer }) => answer },
  { heading: "Applicants", cell: ({ people }) => people ?? "hidden" },
];

/** Equality totals, hidden as the page hides them; no line before applications have closed. */
export const equalityList: ListOf = async (actor, { cohort = "" }, at) => {
  if (!managesCohort(actor, cohort)) return null;
  const found = await equalityTotals(actor, cohort, at);
  if (!found) return null;
  const totals = "totals" in found ? found.totals : [];
  const rows = totals.flatMap(({ legend: question, rows: answers, total }) => [
    ...answers.map(({ label, count }) => ({ question, answer: label, people: count })),
    { question, answer: "All who gave an answer", people: total },
  ]);
  return listFile({ title: "Equality totals", columns: EQUALITY, cohortId: cohort, rows });
};
