import "server-only";
import { type ListColumn, type ListOf, listFile } from "../list-file";
import { staffEvent } from "./staff-event";
import type { EventNeedsRow, StaffEventDetail } from "./views";
import { needsOfEvent, runBy } from "./who-comes";

/** The places of an event (`event=`) and what those who come need, as files; for those who run it. */

type Row = {
  standing: string;
  turn: number | null;
  fullName: string;
  workplace: string;
  since: string;
  elsewhere: string | null;
};

const PLACES: readonly ListColumn<Row>[] = [
  { heading: "Standing", width: 20, cell: ({ standing }) => standing },
  { heading: "Turn", cell: ({ turn }) => turn },
  { heading: "Participant", width: 26, cell: ({ fullName }) => fullName },
  { heading: "School or trust", width: 34, cell: ({ workplace }) => workplace },
  { heading: "Since", width: 34, cell: ({ since }) => since },
  { heading: "Elsewhere", width: 24, cell: ({ elsewhere }) => elsewhere },
];

/** Who has a place, who waits in which order, and who has not chosen. */
export const placesList: ListOf = async (actor, { event = "" }, at) => {
  const found = await staffEvent(actor, event, at);
  if (!found?.byChoice) return null;
  return listFile({ title: "Places", columns: PLACES, cohortId: found.cohortId, rows: rowsOf(found) });
};

function rowsOf({ held, waiting, unchosen }: StaffEventDetail): Row[] {
  return [
    ...[...held, ...waiting].map(({ state, active, elsewhere, ...row }) => ({
      ...row,
      standing: `${state === "held" ? "has a place" : "waiting"}${active ? "" : ", not active any more"}`,
      elsewhere: elsewhere && `has a place in ${elsewhere}`,
    })),
    ...unchosen.map(({ fullName, workplace, waitsFor }) => ({
      ...{ standing: "has not chosen", turn: null, fullName, workplace, since: "" },
      elsewhere: waitsFor && `waits for ${waitsFor}`,
    })),
  ];
}

const NEEDS: readonly ListColumn<EventNeedsRow>[] = [
  { heading: "Participant", width: 26, cell: ({ fullName }) => fullName },
  { heading: "Access", width: 50, cell: ({ access }) => access },
  { heading: "Food", width: 50, cell: ({ dietary }) => dietary },
];

export const eventNeedsList: ListOf = async (actor, { event = "" }) => {
  const [run, found] = await Promise.all([runBy(actor, event), needsOfEvent(actor, event)]);
  if (!run || !found) return null;
  return listFile({ title: "Access and food", columns: NEEDS, cohortId: run.cohortId, rows: found.rows });
};
