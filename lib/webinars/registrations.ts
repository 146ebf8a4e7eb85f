import "server-only";
import { db } from "../db";
import { isId } from "../ids";
import { type ListColumn, type ListOf, listFile, MOST_ROWS } from "../list-file";
import { canHold } from "./policy";
import { moment } from "./rows";
import type { RegisteredRow } from "./views";

/** Who registered, as those who hold webinars see it. */

export const REGISTERED = {
  id: true,
  name: true,
  email: true,
  registeredAt: true,
  cancelledAt: true,
  remindedAt: true,
} as const;
export const BY_TIME = [{ registeredAt: "asc" as const }, { id: "asc" as const }];

/** From the table's row to what is shown. */
export function registeredRow(row: {
  id: string;
  name: string;
  email: string;
  registeredAt: Date;
  cancelledAt: Date | null;
  remindedAt: Date | null;
}): RegisteredRow {
  const { registeredAt, cancelledAt, remindedAt, ...who } = row;
  return {
    ...who,
    registeredAt: moment(registeredAt),
    givenUpAt: cancelledAt && moment(cancelledAt),
    remindedAt: remindedAt && moment(remindedAt),
  };
}

const COLUMNS: readonly ListColumn<RegisteredRow>[] = [
  { heading: "Name", width: 26, cell: ({ name }) => name },
  { heading: "E-mail", width: 34, cell: ({ email }) => email },
  { heading: "Registered", width: 24, cell: ({ registeredAt }) => registeredAt },
  { heading: "Place given up", width: 24, cell: ({ givenUpAt }) => givenUpAt },
];

/** Everybody who registered for a webinar (`webinar=`), for those who hold webinars. */
export const webinarRegistrationsList: ListOf = async (actor, { webinar = "" }) => {
  if (!canHold(actor) || !isId(webinar)) return null;
  const found = await db.webinar.findUnique({
    where: { id: webinar },
    select: { registrations: { select: { id: true }, orderBy: BY_TIME, take: MOST_ROWS } },
  });
  if (!found) return null;
  return listFile({
    title: "Registered",
    columns: COLUMNS,
    ids: found.registrations.map(({ id }) => id),
    read: async (ids) => {
      const rows = await db.webinarRegistration.findMany({
        where: { id: { in: ids }, webinarId: webinar },
        select: REGISTERED,
      });
      return new Map(rows.map((row) => [row.id, registeredRow(row)]));
    },
  });
};
