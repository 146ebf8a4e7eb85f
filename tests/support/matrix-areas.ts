import { calendar } from "./matrix/calendar";
import { cohorts } from "./matrix/cohorts";
import { engagement } from "./matrix/engagement";
import { events } from "./matrix/events";
import { learningAudits } from "./matrix/learning-audits";
import { makingUp } from "./matrix/making-up";
import { mentoring } from "./matrix/mentoring";
import { participantFile } from "./matrix/participant-file";
import { peerGroups } from "./matrix/peer-groups";
import { people } from "./matrix/people";
import { reminders } from "./matrix/reminders";
import { ACTIONS, type Find, type Form } from "./matrix-actions";
import { HANDLERS, PAGES } from "./matrix-table";

/**
 * An area's part of the matrix, in a file of its own in matrix/: its pages, handlers and forms, where they are found in
 * the demo, and what its forms could change.
 */
export type MatrixArea = {
  /** Page, by its folder under app → what each of KNOCKERS gets (matrix-table.ts). */
  pages: Record<string, string>;
  /** Method and folder → who may use it, and the test that shows it. */
  handlers?: Record<string, string>;
  /** Server action → its form, or in words where it is tested otherwise. */
  actions?: Record<string, Form | string>;
  /** Page, by its folder → its address in the demo, for pages with parameters. */
  addresses?: (find: Find) => Promise<Record<string, string>>;
  /** Questions in SQL, each for one value, of all that the area's forms could change. */
  state?: string[];
};

const AREAS: MatrixArea[] = [
  calendar,
  cohorts,
  engagement,
  events,
  learningAudits,
  mentoring,
  peerGroups,
  people,
  participantFile,
  reminders,
  makingUp,
];

/** The one table of all, and a fault where two areas claim the same. */
function merged<T>(first: Record<string, T>, rest: (Record<string, T> | undefined)[]): Record<string, T> {
  const all = { ...first };
  for (const part of rest) {
    for (const [key, value] of Object.entries(part ?? {})) {
      if (key in all) throw new Error(`The matrix has ${key} twice.`);
      all[key] = value;
    }
  }
  return all;
}

export const ALL_PAGES = merged(
  PAGES,
  AREAS.map(({ pages }) => pages),
);
export const ALL_HANDLERS = merged(
  HANDLERS,
  AREAS.map(({ handlers }) => handlers),
);
export const ALL_ACTIONS: Record<string, Form | string> = merged<Form | string>(
  ACTIONS,
  AREAS.map(({ actions }) => actions),
);
export const AREA_STATE = AREAS.flatMap(({ state }) => state ?? []);

/** The addresses of the areas' pages that have parameters. */
export async function areaAddresses(find: Find): Promise<Record<string, string>> {
  const found = await Promise.all(AREAS.map(({ addresses }) => addresses?.(find) ?? {}));
  return Object.assign({}, ...found);
}
