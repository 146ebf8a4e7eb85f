import "server-only";
import type { Actor } from "../auth/actor";
import { countOrRefuse, type Limit } from "../auth/rate-limit";
import { db } from "../db";
import { Prisma } from "../generated/prisma/client";
import type { Workplace, WorkplaceKind, WorkplacesFound } from "./schema";
import { type Sought, sought } from "./search-words";

/** Quick typing for five minutes on end; more is a script. */
const LOOK_UPS: Limit = { name: "workplaces-person", max: 400, windowMinutes: 5 };
const SHOWN = 20;
/** The shape of a postcode without its space. */
const POSTCODE = /^[a-z]{1,2}\d[a-z0-9]?\d[a-z]{2}$/;

/**
 * The open schools and trusts in which every typed word begins a word of the name, the town, the postcode or the
 * number, best first: that number, that postcode, that name, a name that begins so, then by name. One query.
 */
export async function searchWorkplaces(typed: string, limit = SHOWN): Promise<WorkplacesFound> {
  const what = sought(typed);
  if (!what) return { workplaces: [], more: false };
  const rows = await found(what, limit + 1);
  return { workplaces: rows.slice(0, limit).map(workplace), more: rows.length > limit };
}

/** The same while somebody types; counted, so that nobody copies the register through it. @throws TooMany */
export async function lookUpWorkplaces(actor: Actor, typed: string, at: Date): Promise<WorkplacesFound> {
  await countOrRefuse(LOOK_UPS, actor.userId, "You have searched very often in a short time.", at);
  return searchWorkplaces(typed);
}

type Row = Omit<Workplace, "detail"> & { phase: string; authority: string; schools: number };

/**
 * A common word finds twenty thousand schools, each of which is compared: so numbers and postcodes are looked at only
 * where one was typed.
 */
function found({ tsquery, beginning, joined }: Sought, most: number): Promise<Row[]> {
  const name = Prisma.sql`WHEN NOT starts_with("searchText", ${beginning}) THEN 4
                          WHEN starts_with("searchText", ${`${beginning} `}) THEN 2 ELSE 3 END`;
  const matches = Prisma.sql`"open" AND to_tsvector('simple', "searchText") @@ to_tsquery('simple', ${tsquery})`;
  const urn = /^\d{6}$/.test(joined) ? Prisma.sql`WHEN "urn" = ${joined} THEN 0` : Prisma.empty;
  const postcode = POSTCODE.test(joined)
    ? Prisma.sql`WHEN replace(lower("postcode"), ' ', '') = ${joined} THEN 1`
    : Prisma.empty;
  return db.$queryRaw<Row[]>`
    SELECT best.*,
      (SELECT count(*) FROM "School" m WHERE best.kind = 'trust' AND m."trustCode" = best.code AND m."open")::integer AS schools
    FROM (
      (SELECT 'school' AS kind, "urn"::text AS code, "name", "town", "postcode", "phase", "localAuthority" AS authority,
              CASE ${urn} ${postcode} ${name} AS place
       FROM "School" WHERE ${matches} ORDER BY place, "name", "urn" LIMIT ${most})
      UNION ALL
      (SELECT 'trust', "code", "name", '', '', '', '', CASE WHEN lower("code") = ${joined} THEN 0 ${name} AS place
       FROM "Trust" WHERE ${matches} ORDER BY place, "name", "code" LIMIT ${most})
      ORDER BY place, "name", kind DESC, code LIMIT ${most}
    ) AS best
    ORDER BY place, "name", kind DESC, code`;
}

/** The place of that code, open or closed since; null for none. For what an application has already chosen. */
export async function workplaceByCode(
  kind: WorkplaceKind,
  code: string,
): Promise<(Workplace & { open: boolean }) | null> {
  if (!/^[0-9A-Za-z]{1,12}$/.test(code)) return null;
  if (kind === "trust") {
    const trust = await db.trust.findUnique({
      where: { code },
      select: { name: true, open: true, _count: { select: { schools: { where: { open: true } } } } },
    });
    if (!trust) return null;
    const row = { kind, code, name: trust.name, town: "", postcode: "", phase: "", authority: "" };
    return { ...workplace({ ...row, schools: trust._count.schools }), open: trust.open };
  }
  const school = await db.school.findUnique({
    where: { urn: code },
    select: { name: true, town: true, postcode: true, phase: true, localAuthority: true, open: true },
  });
  if (!school) return null;
  const { open, localAuthority: authority, ...rest } = school;
  return { ...workplace({ kind, code, ...rest, authority, schools: 0 }), open };
}

function workplace({ kind, code, name, town, postcode, phase, authority, schools }: Row): Workplace {
  const known = phase && phase !== "Not applicable" ? phase : "";
  const detail =
    kind === "trust"
      ? `Trust, ${schools === 1 ? "1 school" : `${schools} schools`}`
      : [known, authority].filter(Boolean).join(" · ");
  return { kind, code, name, town, postcode, detail };
}
