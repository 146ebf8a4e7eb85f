import "server-only";
import type { Actor } from "../auth/actor";
import { dayInLondon, timeInLondon } from "../dates";
import { db } from "../db";
import { isId } from "../ids";
import { type ListColumn, type ListOf, listFile } from "../list-file";
import { canHold } from "./policy";
import { BY_TIME, REGISTERED, registeredRow } from "./registrations";
import { rowSelect, staffRowOf } from "./rows";
import type { StaffWebinarLists, StaffWebinarRow, WebinarForStaff } from "./views";

/** What those who hold webinars read. */

const PAGE_SIZE = 30;
const ROWS_A_PAGE = 100;

const pagesOf = (total: number, size: number, page: number) => {
  const pages = Math.max(1, Math.ceil(total / size));
  return { pages, page: Math.min(page, pages) };
};

/** All webinars: those to come, drafts too, the next first; a page of those that are past. Null for who may not. Three queries. */
export async function webinarsForStaff(
  actor: Actor,
  question: { page: number },
  at: Date,
): Promise<StaffWebinarLists | null> {
  if (!canHold(actor)) return null;
  const isPast = { endsAt: { lte: at } };
  const [coming, total] = await Promise.all([
    db.webinar.findMany({
      where: { endsAt: { gt: at } },
      select: rowSelect,
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      take: 200,
    }),
    db.webinar.count({ where: isPast }),
  ]);
  const { page, pages } = pagesOf(total, PAGE_SIZE, question.page);
  const past = await db.webinar.findMany({
    where: isPast,
    select: rowSelect,
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  const rows = (found: typeof coming) => found.map((row) => staffRowOf(row, at));
  return { coming: rows(coming), past: rows(past), page, pages };
}

const COLUMNS: readonly ListColumn<StaffWebinarRow>[] = [
  { heading: "Webinar", width: 40, cell: ({ title }) => title },
  { heading: "When", width: 44, cell: ({ when }) => when },
  { heading: "Programme", cell: ({ programme }) => programme },
  { heading: "State", width: 20, cell: ({ state }) => state.replaceAll("_", " ") },
  { heading: "Registered", cell: ({ registered }) => registered },
  { heading: "Room for", cell: ({ capacity }) => capacity },
  { heading: "Recording", cell: ({ hasRecording }) => (hasRecording ? "yes" : "no") },
];

/** All webinars, the latest first, for those who hold them. */
export const webinarsList: ListOf = async (actor, _, at) => {
  if (!canHold(actor)) return null;
  return listFile({
    title: "Webinars",
    columns: COLUMNS,
    count: await db.webinar.count(),
    page: async (skip, take) => {
      const rows = await db.webinar.findMany({
        select: rowSelect,
        orderBy: [{ startsAt: "desc" }, { id: "desc" }],
        skip,
        take,
      });
      return rows.map((row) => staffRowOf(row, at));
    },
  });
};

/** A webinar with a page of those who registered, those who gave up last. Null for who may not. Four queries. */
export async function webinarForStaff(
  actor: Actor,
  id: string,
  question: { page: number },
  at: Date,
): Promise<WebinarForStaff | null> {
  if (!canHold(actor) || !isId(id)) return null;
  const [found, total, givenUp] = await Promise.all([
    db.webinar.findUnique({
      where: { id },
      select: { ...rowSelect, version: true, joiningUrl: true, createdBy: { select: { name: true } } },
    }),
    db.webinarRegistration.count({ where: { webinarId: id } }),
    db.webinarRegistration.count({ where: { webinarId: id, cancelledAt: { not: null } } }),
  ]);
  if (!found) return null;
  const { page, pages } = pagesOf(total, ROWS_A_PAGE, question.page);
  const rows = await db.webinarRegistration.findMany({
    where: { webinarId: id },
    select: REGISTERED,
    orderBy: [{ cancelledAt: { sort: "desc", nulls: "first" } }, ...BY_TIME],
    skip: (page - 1) * ROWS_A_PAGE,
    take: ROWS_A_PAGE,
  });
  return {
    ...staffRowOf(found, at),
    version: found.version,
    details: {
      programme: found.programme?.slug ?? "",
      title: found.title,
      description: found.description,
      day: dayInLondon(found.startsAt),
      startTime: timeInLondon(found.startsAt),
      endTime: timeInLondon(found.endsAt),
      joiningUrl: found.joiningUrl,
      capacity: found.capacity === null ? "" : String(found.capacity),
    },
    recordingUrl: found.recordingUrl,
    createdBy: found.createdBy.name,
    rows: rows.map(registeredRow),
    givenUp,
    page,
    pages,
  };
}

/** The programmes that a webinar can be about, for the form; null for who may not. */
export async function programmeChoices(
  actor: Actor,
  at: Date,
): Promise<{ value: string; label: string }[] | null> {
  if (!canHold(actor)) return null;
  const found = await db.programme.findMany({
    where: { publishedAt: { lte: at } },
    select: { slug: true, shortName: true, title: true },
    orderBy: { position: "asc" },
  });
  return found.map(({ slug, shortName, title }) => ({ value: slug, label: `${shortName}: ${title}` }));
}
