import "server-only";
import type { Actor } from "../auth/actor";
import { addPlainDays, dayInLondon, londonTime } from "../dates";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { lastOverdueDay } from "./deadlines";
import { staffScope } from "./policy";
import { APPLICATION_STATES, type ApplicationState } from "./schema";
import {
  type Age,
  NOT_ON_REGISTER,
  type QueueFilters,
  shownStates,
  WAITING,
  type WaitingOn,
} from "./schema-queue";

type Where = Prisma.ApplicationWhereInput;

/**
 * The applications that a view of the queue holds: what the actor may see, by the filters. The page and the order
 * do not matter. Whatever lists, counts, exports or changes the applications of a view starts from this.
 */
export function queueWhere(actor: Actor, filters: QueueFilters, at: Date): Where {
  const { cohort, region, phase, funding, on, age, q } = filters;
  return {
    AND: [
      staffScope(actor),
      { state: { in: statesOf(filters) } },
      cohort ? { cohortId: cohort } : {},
      ofSchool("region", region),
      ofSchool("phase", phase),
      funding ? { fundingRoute: funding } : {},
      on ? waitsOn(on) : {},
      age ? ofAge(age, at) : {},
      found(q),
    ],
  };
}

/** The states that a view shows. */
export function statesOf(filters: QueueFilters): ApplicationState[] {
  const shown = shownStates(filters);
  return APPLICATION_STATES.filter(
    (state) => shown === "all" || state === shown || (shown === "waiting" && WAITING.includes(state)),
  );
}

function ofSchool(field: "region" | "phase", value: string | undefined): Where {
  if (!value) return {};
  return value === NOT_ON_REGISTER ? { workplaceUrn: null } : { school: { [field]: value } };
}

const UNDECIDED: Where = { state: { in: ["submitted", "under_review", "waitlisted"] } };
const READING: Where = { state: { in: ["submitted", "under_review"] } };
const ANSWERED: Where = {
  endorsements: { some: { endedAt: null, outcome: { in: ["endorsed", "declined"] } } },
};
const WRONG_PERSON: Where = {
  AND: [
    { endorsements: { some: { endedAt: null, outcome: "wrong_person" } } },
    {
      endorsements: {
        none: { endedAt: null, OR: [{ outcome: null }, { outcome: { in: ["endorsed", "declined"] } }] },
      },
    },
  ],
};

/** The same as `waitingOn` in waiting-on.ts; a test holds the two against each other. */
function waitsOn(who: WaitingOn): Where {
  switch (who) {
    case "staff": {
      const placeFree: Where = { cohort: { placesTaken: { lt: db.cohort.fields.capacity } } };
      return { OR: [READING, { AND: [{ state: "waitlisted" }, placeFree] }] };
    }
    case "sponsor":
      return { AND: [UNDECIDED, { NOT: ANSWERED }, { NOT: WRONG_PERSON }] };
    case "applicant":
      return { OR: [{ state: { in: ["offered", "draft"] } }, { AND: [UNDECIDED, WRONG_PERSON] }] };
    case "nobody":
      return { NOT: { OR: [waitsOn("staff"), waitsOn("sponsor"), waitsOn("applicant")] } };
  }
}

function ofAge(age: Age, at: Date): Where {
  const today = dayInLondon(at);
  /** Sent on that day or later. */
  const since = (day: string) => londonTime(day, "00:00");
  switch (age) {
    case "week":
      return { submittedAt: { gte: since(addPlainDays(today, -7)) } };
    case "fortnight":
      return { submittedAt: { gte: since(addPlainDays(today, -14)), lt: since(addPlainDays(today, -7)) } };
    case "older":
      return { submittedAt: { lt: since(addPlainDays(today, -14)) } };
    case "late":
      return { AND: [READING, { submittedAt: { lt: since(addPlainDays(lastOverdueDay(today), 1)) } }] };
  }
}

/** What was typed, anywhere in the name, the workplace, the reference or the address. */
function found(q: string | undefined): Where {
  if (!q) return {};
  // In LIKE these three have a meaning of their own; people type them for themselves.
  const contains = { contains: q.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
  return {
    OR: [
      { fullName: contains },
      { workplace: contains },
      { reference: contains },
      { user: { email: contains } },
    ],
  };
}
