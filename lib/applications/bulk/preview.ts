import "server-only";
import { type Actor, managedCohorts } from "../../auth/actor";
import { takesApplications } from "../../cohorts/situation";
import { dayInLondon, plainDate } from "../../dates";
import { db } from "../../db";
import type { Prisma } from "../../generated/prisma/client";
import { draftScope, staffScope } from "../policy";
import { BULK_MAX, type BulkAddress, REMINDERS, type Reminder } from "../schema-bulk";
import { fitOf, UNENDORSED, withinPlaces } from "./fit";
import { letterTo } from "./letter";
import { factsOf, remindedToday, rowOf, rowSelect } from "./rows";
import type { BulkPreview, SeveralCohorts } from "./views";

/**
 * Who exactly it will be done to, and who is left out and why; of one cohort. Those outside the actor's cohorts are
 * not there at all. A reminder for which nobody is ticked looks at everybody of the cohort whom it concerns.
 * A fixed number of queries. Null when there is nobody, or no cohort of theirs, to show.
 */
export async function bulkPreview(
  actor: Actor,
  address: BulkAddress,
  at: Date,
): Promise<BulkPreview | SeveralCohorts | null> {
  const { act, a, about, funded } = address;
  const everybody = a.length === 0;
  if (!act || (everybody && (act !== "remind" || !about || !address.cohort))) return null;
  const scope = about === "draft" ? draftScope(actor) : staffScope(actor);
  const ticked = everybody ? concerned(about) : { reference: { in: a } };
  const cohorts = await cohortsOf(actor, { AND: [scope, ticked] });
  const chosen = address.cohort ? cohorts.filter(({ id }) => id === address.cohort) : cohorts;
  const [cohort] = chosen;
  if (!cohort) return null;
  if (chosen.length > 1) return { cohorts: chosen.map(({ id, name, count }) => ({ id, name, count })) };

  const found = await db.application.findMany({
    where: { AND: [scope, ticked, { cohortId: cohort.id }] },
    select: rowSelect,
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    take: BULK_MAX,
  });
  if (!everybody) found.sort((one, other) => a.indexOf(one.reference) - a.indexOf(other.reference));
  if (act === "offer") found.sort((one, other) => (one.waitRank ?? LAST) - (other.waitRank ?? LAST));
  const today = dayInLondon(at);
  const reminded = await remindedToday(found, at);
  const on = { today, open: takesApplications(cohort, today) };
  const all = found.map((row) => ({ row, facts: factsOf(actor, row, reminded, at) }));
  const places = { left: cohort.left, fundedLeft: cohort.fundedLeft };
  const reaches = (each: Reminder) =>
    all.filter(({ facts }) => "what" in fitOf(facts, { act: "remind", about: each }, on)).length;
  const reach = Object.fromEntries(REMINDERS.map((each) => [each, reaches(each)])) as Record<
    Reminder,
    number
  >;
  const reminder = act === "remind" ? (about ?? (reach.offer >= reach.sponsor ? "offer" : "sponsor")) : null;
  const how = { ...address, about: reminder ?? undefined };
  const fitted = all.map((each) => ({ ...each, fit: fitOf(each.facts, how, on) }));
  const seats = funded ? places.fundedLeft : places.left;
  const settled = act === "offer" ? withinPlaces(fitted, seats, Boolean(funded)) : fitted;
  const first = settled.find(({ fit: each }) => "what" in each)?.row;
  return {
    cohort: { id: cohort.id, name: cohort.name },
    rows: settled.flatMap(({ row, fit: each }) => ("what" in each ? [{ ...rowOf(row), ...each }] : [])),
    left: settled.flatMap(({ row, fit: each }) => ("why" in each ? [{ ...rowOf(row), ...each }] : [])),
    total: cohort.count,
    places,
    reach,
    about: reminder,
    unendorsed: settled.filter(({ fit: each }) => "why" in each && each.why === UNENDORSED).length,
    letter: first ? letterTo(first, how, at) : null,
  };
}

/** Places go down the waiting list first, and then in the order of the ticks. */
const LAST = Number.MAX_SAFE_INTEGER;

/** Those whom a reminder to everybody looks at. */
function concerned(about: Reminder | undefined): Prisma.ApplicationWhereInput {
  if (about === "offer") return { state: "offered" };
  if (about === "draft") return { state: "draft" };
  return {
    state: { in: ["submitted", "under_review", "waitlisted"] },
    endorsements: { some: { endedAt: null, outcome: null } },
  };
}

/** The actor's cohorts with applications among these, each with how many and with its places. */
async function cohortsOf(actor: Actor, where: Prisma.ApplicationWhereInput) {
  const managed = managedCohorts(actor);
  const day = (date: Date | null) => date && plainDate(date);
  const rows = await db.cohort.findMany({
    where: { ...(managed === "all" ? {} : { id: { in: managed } }), applications: { some: where } },
    select: {
      id: true,
      name: true,
      capacity: true,
      placesTaken: true,
      fundedPlaces: true,
      fundedTaken: true,
      applicationsOpen: true,
      applicationsClose: true,
      programme: { select: { shortName: true } },
      _count: { select: { applications: { where } } },
    },
    orderBy: [{ startsOn: "desc" }, { id: "asc" }],
  });
  return rows.map(({ id, name, programme, _count, ...cohort }) => {
    const left = cohort.capacity - cohort.placesTaken;
    return {
      id,
      name: `${programme.shortName} ${name}`,
      count: _count.applications,
      left,
      fundedLeft: Math.min(left, cohort.fundedPlaces - cohort.fundedTaken),
      applicationsOpen: day(cohort.applicationsOpen),
      applicationsClose: day(cohort.applicationsClose),
    };
  });
}
