import { publishCohort } from "@/lib/cohorts/publish";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { deliverDue } from "@/lib/email/deliver";
import { publishEvaluationForm } from "@/lib/evaluations/publish-form";
import { saveReviewCriteria } from "@/lib/programmes/save-criteria";
import { saveProgramme } from "@/lib/programmes/save-programme";
import { saveStatementPrompts } from "@/lib/programmes/save-prompts";
import { rollForward } from "@/lib/route-map/roll-forward";
import { saveTemplate } from "@/lib/route-map/save-template";
import { seedApplicants, seedPlace } from "./admissions";
import { seedAlternativeOptions } from "./alternative-options";
import { seedReminders } from "./bulk";
import { seedEvents, seedGroups } from "./calendar";
import { DEMO_NOW, participants } from "./cast";
import { seedBeforeReturn, seedDraftCohort, seedPrintedDates, seedReturn } from "./cohorts";
import { seedCorrections } from "./corrections";
import { seedDeadLetter } from "./dead-letter";
import { seedDemonstration } from "./demonstration";
import { seedEngagement, seedLetters } from "./engagement";
import { seedEnquiries } from "./enquiries";
import { seedComing, seedFirstChoices } from "./events";
import { seedFinished } from "./finished";
import { seedFunding } from "./funding";
import { seedInterests } from "./interests";
import { seedAlternatives } from "./making-up";
import { npqel } from "./npqel";
import { type Enrolled, seedParticipation } from "./participation";
import { seedGroupLife } from "./peer-groups";
import { seedPeople } from "./people";
import { seedRegistrations } from "./registrations";
import { seedOwnReminders } from "./reminders";
import { readersOf } from "./reviewing";
import { seedSchools } from "./schools";
import { actorFor, seedManagers, seedStaff } from "./staff";
import { seedWebinars } from "./webinars";

const COHORTS = [
  {
    slug: "spring-2025",
    name: "Spring 2025",
    startMonth: "2025-05",
    applicationsOpen: "2025-01-06",
    applicationsClose: "2025-03-28",
    capacity: 60,
    fundedPlaces: 10,
  },
  {
    slug: "spring-2026",
    name: "Spring 2026",
    startMonth: "2026-05",
    applicationsOpen: "2026-01-05",
    applicationsClose: "2026-03-27",
    capacity: 30,
    fundedPlaces: 6,
  },
  {
    slug: "spring-2027",
    name: "Spring 2027",
    startMonth: "2027-05",
    applicationsOpen: "2026-09-07",
    applicationsClose: "2027-03-26",
    capacity: 30,
    fundedPlaces: 6,
  },
];

/** Sends what has been written until then, so that the mailbox holds it under its own day. */
async function deliver(at: Date): Promise<void> {
  while ((await deliverDue(at, { batch: 100 })).sent > 0);
}

/** Fills an empty database with the demo, through the verbs and with the clock moved. */
export async function seedDemo(say: (line: string) => void): Promise<void> {
  const began = londonTime("2024-11-04", "09:00");
  say("The programme and the people who run it");
  const { admin, facilitatorIds } = await seedStaff(began);
  const programmeId = await saveProgramme(admin, npqel.programme, began);
  await saveTemplate(admin, programmeId, npqel.routeMapInWords, began);
  await saveStatementPrompts(admin, programmeId, npqel.prompts, began);
  await saveReviewCriteria(admin, programmeId, npqel.criteria, began);
  await seedLetters(admin, began);
  for (const form of npqel.evaluations) await publishEvaluationForm(admin, { ...form, programmeId }, began);

  say("The register of schools");
  await seedSchools(began);

  say("Three cohorts");
  const cohortIds: string[] = [];
  for (const cohort of COHORTS) {
    const at = londonTime(cohort.applicationsOpen, "08:00");
    const { cohortId } = await rollForward(admin, { ...cohort, programmeId }, at);
    if (cohort.slug === npqel.spring2025.slug) await seedPrintedDates(admin, cohortId, at);
    await publishCohort(admin, { cohortId, version: 1 }, at);
    cohortIds.push(cohortId);
  }
  const [past = "", running = "", open = ""] = cohortIds;
  const manager = await seedManagers(
    admin,
    { past, own: [running, open] },
    londonTime("2025-12-01", "09:00"),
  );

  await seedDemonstration(admin);
  await seedDraftCohort(manager, programmeId);
  const rowan = await seedBeforeReturn(admin, past);
  await deliver(londonTime("2025-02-10", "20:30"));
  await deliver(londonTime("2025-09-03", "18:00"));

  say("24 participants, from their applications to the demo's day");
  const people: Enrolled[] = [];
  const days = { applied: "2026-02-10", read: "2026-02-24", offered: "2026-04-13", accepted: "2026-04-16" };
  for (const [position, part] of participants.entries()) {
    const actor = await seedPlace(manager, { ...part, sponsor: part.mentor }, running, days, position);
    const { id } = await db.enrolment.findFirstOrThrow({
      where: { userId: actor.userId, cohortId: running },
      select: { id: true },
    });
    people.push({ actor, enrolmentId: id, story: part.story, position });
  }
  // The sponsors' links went out while they worked.
  await deliver(londonTime("2026-02-10", "20:30"));
  await deliver(londonTime("2026-04-16", "18:00"));
  await seedReturn(admin, { past, running }, rowan);
  const planned = londonTime("2026-04-27", "10:00");
  const groupIds = await seedGroups(
    manager,
    running,
    people.map(({ enrolmentId }) => enrolmentId),
    facilitatorIds,
    planned,
  );
  const events = await seedEvents(manager, running, groupIds, facilitatorIds, planned);
  await seedFirstChoices(people, events, deliver);
  await seedParticipation(manager, running, people, events, new Date(DEMO_NOW));
  await seedComing(manager, running, { people, events, facilitatorIds }, deliver);
  await seedGroupLife(people, groupIds);
  await seedOwnReminders(people, deliver);
  await seedAlternativeOptions(admin, planned);
  await seedCorrections({ manager, cohortId: running });
  await seedAlternatives({ manager, cohortId: running });
  await seedEngagement({ manager, cohortId: running });
  await seedFinished(admin, past, deliver);

  say("Applicants in every state");
  const readers = await readersOf(manager, admin, open, londonTime("2026-09-01", "09:00"));
  await seedApplicants(readers, open);
  await seedRegistrations(manager, { running, open });
  await seedReminders(manager, open);

  say("Scholarships, and who wants to be told");
  await seedFunding({ admin, manager });
  await seedInterests(["2026-09-07 08:05", "2026-10-12 10:05"]);

  say("Webinars, and who comes");
  await seedWebinars(manager, deliver);

  say("Questions, and their answers");
  await seedEnquiries({ admin, manager });
  await seedPeople({ admin, manager }, { enrolmentId: people[0]?.enrolmentId ?? "", cohortId: running });
  await deliver(new Date(DEMO_NOW));
  await seedDeadLetter(new Date(DEMO_NOW));
  await actorFor({ name: "", email: "you@example.org" }, new Date(DEMO_NOW));
}
