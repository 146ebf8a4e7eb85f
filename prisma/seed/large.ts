import { publishCohort } from "@/lib/cohorts/publish";
import { londonTime } from "@/lib/dates";
import { db, inTransaction } from "@/lib/db";
import { type Entry, enterRecords } from "@/lib/engagement/enter-records";
import { enrolMany } from "@/lib/enrolments/enrol";
import { rollForward } from "@/lib/route-map/roll-forward";
import { administrator } from "./cast";
import { actorFor } from "./staff";

/** A cohort of any size, for measuring: people by the thousand, through the set-based forms of the verbs. */

const FIRST =
  "Ada Bryn Cora Dev Esme Finn Gwen Hari Ines Joel Kai Lena Mira Noor Omar Pia Ravi Sian Theo Zara".split(
    " ",
  );
const LAST =
  "Ashfield Barlow Combe Dray Elmore Fenn Garrow Hythe Ivory Jessop Kell Lomax Mead Nunn Orme Pell Quill Rudd Stroud Tarn".split(
    " ",
  );
const CHUNK = 1_000;

/** Minutes entered by route-map number, and one person in how many has done less. */
const DONE: [number, number, number][] = [
  [34, 180, 17],
  [2, 600, 23],
  [3, 30, 29],
  [4, 480, 7],
  [5, 120, 11],
  [6, 60, 9],
  [7, 60, 8],
  [8, 30, 9],
  [9, 15, 6],
  [10, 30, 13],
  [11, 120, 3],
  [31, 180, 5],
];

export async function seedLargeCohort(size: number, say: (line: string) => void): Promise<void> {
  const at = londonTime("2026-11-20", "12:00");
  const admin = await actorFor(administrator, at);
  const programme = await db.programme.findUniqueOrThrow({ where: { slug: "npqel" }, select: { id: true } });
  const count = await db.cohort.count({ where: { slug: { startsWith: "measuring" } } });
  const slug = count === 0 ? `measuring-${size}` : `measuring-${size}-${count + 1}`;
  const cohort = {
    slug,
    name: `Measuring, ${size}`,
    startMonth: "2026-05",
    applicationsOpen: null,
    applicationsClose: null,
    capacity: size,
    fundedPlaces: 0,
  };
  const { cohortId } = await rollForward(admin, { ...cohort, programmeId: programme.id }, at);
  await publishCohort(admin, { cohortId, version: 1 }, at);
  const milestones = await db.milestone.findMany({ where: { cohortId }, select: { id: true, number: true } });
  const id = new Map(milestones.map((milestone) => [milestone.number, milestone.id]));

  for (let from = 0; from < size; from += CHUNK) {
    const numbers = Array.from({ length: Math.min(CHUNK, size - from) }, (_, i) => from + i);
    const enrolmentIds = await inTransaction(async (tx) => {
      const users = await tx.user.createManyAndReturn({
        data: numbers.map((n) => ({ name: nameOf(n), email: `${slug}.${n}@example.org`, createdAt: at })),
        select: { id: true, name: true },
      });
      await tx.cohort.update({ where: { id: cohortId }, data: { placesTaken: { increment: users.length } } });
      const people = users.map((user, i) => ({
        applicationId: null,
        userId: user.id,
        cohortId,
        fundedPlace: false,
        fullName: user.name,
        workplace: `${LAST[(from + i) % LAST.length]} Green Trust`,
        jobTitle: "Headteacher",
        trn: null,
      }));
      return enrolMany(tx, cohortId, people, admin, londonTime("2026-04-16", "12:00"));
    });
    for (const [number, minutes, everyNth] of DONE) {
      const entries = enrolmentIds.map((enrolmentId, i): Entry => {
        const short = (from + i) % everyNth === 0 && minutes > 15;
        return {
          enrolmentId,
          milestoneId: id.get(number) ?? "",
          minutes: short ? 15 : minutes,
          happenedOn: "2026-10-30",
        };
      });
      await enterRecords(admin, { cohortId, entries }, at);
    }
    say(`${from + numbers.length} of ${size} participants`);
  }
}

const nameOf = (n: number) =>
  `${FIRST[n % FIRST.length]} ${LAST[Math.floor(n / FIRST.length) % LAST.length]}`;
