import "server-only";
import type { Actor } from "../../auth/actor";
import { dayInLondon } from "../../dates";
import { db } from "../../db";
import { givenUp } from "../../email/dead-letters";
import type { Prisma } from "../../generated/prisma/client";
import { isId } from "../../ids";
import { isReference } from "../find";
import { staffScope } from "../policy";
import type { ApplicationState } from "../schema";
import { askedKey } from "./ask";
import { type AskingRow, asking } from "./find";
import { ANSWERABLE, ASKABLE, resendFrom, standingOf } from "./states";
import type { EndorsementForStaff, EndorsementView } from "./views";

const select = {
  state: true,
  endorsements: { select: asking, orderBy: [{ askedAt: "desc" }, { id: "desc" }] },
  offers: { select: { overrideReason: true }, orderBy: { id: "desc" }, take: 1 },
} as const satisfies Prisma.ApplicationSelect;

/** The endorsement of the viewer's own application; null where nobody was asked. Two queries. */
export async function endorsementOfMine(
  actor: Actor,
  reference: string,
  at: Date,
): Promise<EndorsementView | null> {
  if (!isReference(reference)) return null;
  const found = await db.application.findFirst({ where: { reference, userId: actor.userId }, select });
  const row = found && current(found.endorsements);
  if (!row) return null;
  const { state, endorsements } = found;
  const shown = await shownOf(row, state, at);
  const open = ASKABLE.includes(state);
  const resends = open && (shown.standing === "waiting" || shown.standing === "expired");
  const from = resends ? resendFrom(endorsements) : null;
  return {
    ...shown,
    rightPerson: row.outcome === "wrong_person" ? row.note : "",
    resend: from && from <= at ? "now" : from,
    canChange: open && row.outcome !== "endorsed",
  };
}

/**
 * The endorsement of an application, for those who decide it; null for everybody else. Who has declared to know the
 * applicant sees how it stands, and neither what was written nor a way to act. Two queries.
 */
export async function endorsementForStaff(
  actor: Actor,
  id: string,
  at: Date,
): Promise<EndorsementForStaff | null> {
  if (!isId(id)) return null;
  const found = await db.application.findFirst({
    where: { AND: [{ id }, staffScope(actor)] },
    select: { ...select, conflicts: { where: { userId: actor.userId }, select: { id: true } } },
  });
  const row = found && current(found.endorsements);
  if (!row) return null;
  const { state, endorsements, offers, conflicts } = found;
  const shown = await shownOf(row, state, at);
  const takesPart = conflicts.length === 0;
  const written = (note: string) => (takesPart ? note : "");
  return {
    ...shown,
    note: written(row.note),
    jobTitle: row.jobTitle,
    canResend:
      takesPart && ANSWERABLE.includes(state) && ["waiting", "expired", "declined"].includes(shown.standing),
    needsOverride: row.outcome !== "endorsed",
    overrideReason: offers[0]?.overrideReason ?? null,
    earlier: askings(endorsements)
      .filter((each) => each.id !== row.id)
      .map((each) => ({
        id: each.id,
        sponsorName: each.sponsorName,
        sponsorEmail: each.sponsorEmail,
        askedOn: dayInLondon(each.askedAt),
        standing: standingOf(each, state, at),
        note: written(each.note),
      })),
  };
}

/** The asking that counts: the newest that was not ended. */
function current(rows: AskingRow[]): AskingRow | undefined {
  return rows.find(({ endedAt }) => endedAt === null) ?? rows[0];
}

/** One row an asking: a reminder's takes the place of the one before. */
function askings(rows: AskingRow[]): AskingRow[] {
  const byTime = Map.groupBy(rows, ({ askedAt }) => askedAt.getTime());
  return [...byTime.values()].flatMap((same) => current(same) ?? []);
}

async function shownOf(row: AskingRow, state: ApplicationState, at: Date) {
  const { id, sponsorName, sponsorEmail, askedAt, remindedAt, expiresAt, answeredAt } = row;
  const standing = standingOf(row, state, at);
  return {
    id,
    standing,
    sponsorName,
    sponsorEmail,
    askedOn: dayInLondon(askedAt),
    remindedOn: remindedAt && dayInLondon(remindedAt),
    answerBy: dayInLondon(expiresAt),
    answeredOn: answeredAt && dayInLondon(answeredAt),
    undelivered: standing === "waiting" && (await givenUp([askedKey(id)])).size > 0,
  };
}
