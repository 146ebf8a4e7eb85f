import "server-only";
import type { Actor } from "../auth/actor";
import { csvFile } from "../csv";
import { db } from "../db";
import { isId } from "../ids";
import { canHold } from "./policy";
import { moment } from "./rows";
import type { RegisteredRow } from "./views";

/** Who registered, as those who hold webinars see it. */

const MOST_IN_A_FILE = 10_000;

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

/** Everybody who registered, as a file for a spreadsheet; null for who may not. */
export async function registrationsFile(actor: Actor, id: string): Promise<string | null> {
  if (!canHold(actor) || !isId(id)) return null;
  const found = await db.webinar.findUnique({
    where: { id },
    select: { registrations: { select: REGISTERED, orderBy: BY_TIME, take: MOST_IN_A_FILE } },
  });
  if (!found) return null;
  const rows = found.registrations.map(registeredRow);
  return csvFile([
    ["Name", "E-mail", "Registered", "Place given up"],
    ...rows.map(({ name, email, registeredAt, givenUpAt }) => [name, email, registeredAt, givenUpAt]),
  ]);
}
