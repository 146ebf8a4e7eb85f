import { answerEquality } from "@/lib/applications/answer-equality";
import { acceptOffer, declineOffer } from "@/lib/applications/answer-offer";
import { chooseWorkplace } from "@/lib/applications/choose-workplace";
import { beginReview, rejectApplication, waitlistApplication } from "@/lib/applications/decide";
import { remindSponsors } from "@/lib/applications/endorsement/remind";
import { expireOffers } from "@/lib/applications/expire-offers";
import { makeOffer } from "@/lib/applications/make-offer";
import { saveDraft } from "@/lib/applications/save-draft";
import { DECLARATIONS } from "@/lib/applications/schema-choices";
import type { Answer } from "@/lib/applications/schema-endorsement";
import { startApplication } from "@/lib/applications/start";
import { submitApplication } from "@/lib/applications/submit";
import { withdrawApplication } from "@/lib/applications/withdraw";
import type { Actor } from "@/lib/auth/actor";
import { addPlainDays, londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { acceptanceOf, type Candidate, NEEDS, roleOf, supportOf } from "./admissions-answers";
import { type ApplicantState, applicants } from "./cast";
import { declined, ENDORSED, sponsorAnswers, wrongPerson } from "./endorsing";
import { type Readers, seedReading } from "./reviewing";
import { placeNamed } from "./schools";
import { actorFor } from "./staff";
import { equalityOf, particularsOf, statementsOf } from "./statements";

/** Applications as the portal makes them, step by step, on days given. */

const day = (date: string, time = "16:30") => londonTime(date, time);

/** Starts an application and fills in all but the statements and the declarations. */
async function draft(candidate: Candidate, cohortId: string, on: string, index: number) {
  const actor = await actorFor(candidate, day(on));
  const reference = await startApplication(actor, { cohortId }, day(on));
  const about = {
    version: 1,
    fullName: candidate.name,
    trn: candidate.trn ?? null,
    dfeRegistration: candidate.trn ? "registered" : "not_sure",
  } as const;
  await saveDraft(actor, { reference, ...about }, day(on, "16:35"));
  const { workplaceTown, residentialPlace, ...experience } = particularsOf(index);
  const place = placeNamed(candidate.workplace);
  const byHand = { workplace: candidate.workplace, workplaceKind: "by_hand", workplaceTown } as const;
  if (place) await chooseWorkplace(actor, { reference, version: 2, ...place }, day(on, "16:38"));
  else await saveDraft(actor, { reference, version: 2, ...byHand }, day(on, "16:38"));
  const work = {
    jobTitle: candidate.jobTitle,
    leadershipRole: roleOf(candidate.jobTitle),
    ...experience,
  } as const;
  await saveDraft(actor, { reference, version: 3, ...work }, day(on, "16:40"));
  const support = { ...supportOf(candidate), residentialPlace, ...(NEEDS[index] ?? {}) };
  await saveDraft(actor, { reference, version: 4, ...support }, day(on, "16:50"));
  return { actor, reference, index };
}

type Draft = Awaited<ReturnType<typeof draft>>;

async function send(
  { actor, reference, index }: Draft,
  on: string,
): Promise<{ id: string; version: number }> {
  const rest = { statements: statementsOf(index), declarations: [...DECLARATIONS] };
  await saveDraft(actor, { reference, version: 5, ...rest }, day(on, "17:00"));
  await submitApplication(actor, { reference, version: 6 }, day(on, "17:05"));
  return found(reference);
}

async function found(reference: string): Promise<{ id: string; version: number }> {
  return db.application.findUniqueOrThrow({ where: { reference }, select: { id: true, version: true } });
}

async function offered(manager: Actor, application: Draft, on: string, fundedPlace: boolean): Promise<void> {
  const { id, version } = await found(application.reference);
  await makeOffer(manager, { applicationId: id, version, fundedPlace }, day(on, "11:00"));
}

/** From the first click to an accepted place, over three weeks from that day. */
export async function seedPlace(
  manager: Actor,
  candidate: Candidate,
  cohortId: string,
  days: { applied: string; read: string; offered: string; accepted: string },
  index: number,
): Promise<Actor> {
  const application = await draft(candidate, cohortId, days.applied, index);
  const { id, version } = await send(application, days.applied);
  const equality = { reference: application.reference, answers: equalityOf(index) };
  await answerEquality(application.actor, equality, day(days.applied, "17:15"));
  const jobTitle = candidate.sponsor?.jobTitle ?? ENDORSED.jobTitle;
  await sponsorAnswers(id, { ...ENDORSED, jobTitle }, day(days.applied, "20:15"));
  await beginReview(manager, { applicationId: id, version }, day(days.read, "10:00"));
  await offered(manager, application, days.offered, candidate.funding === "scholarship");
  const accepted = { reference: application.reference, ...acceptanceOf(candidate) };
  await acceptOffer(application.actor, accepted, day(days.accepted, "07:40"));
  return application.actor;
}

/** What the sponsors of the open cohort's applicants said; those who are not here have not answered. */
const SAID: Partial<Record<ApplicantState, Answer>> = {
  submitted: wrongPerson("Ask Mrs Devine, who chairs the trustees: I left the trust in the summer."),
  waitlisted: { ...ENDORSED, note: "We have wanted this for Daniel for two years." },
  offered: {
    ...ENDORSED,
    note: "Elena takes over our two northern schools in September. She has a day a week for this, and I see her every Friday.",
  },
  accepted: ENDORSED,
  declined: ENDORSED,
  rejected: declined(
    "Harold is a good year leader, and it is too soon. We have agreed that he looks at the NPQ in Senior Leadership first.",
  ),
  expired: ENDORSED,
};

/** When who was not of the last round was read and decided; the offer runs out three days after the demo's. */
const DAYS: Partial<Record<ApplicantState, { read: string; decided: string }>> = {
  expired: { read: "2026-10-12", decided: "2026-10-19" },
  declined: { read: "2026-10-12", decided: "2026-10-19" },
  offered: { read: "2026-11-10", decided: "2026-11-12" },
};

/** One application in every state, for the cohort that is open. */
export async function seedApplicants(readers: Readers, cohortId: string): Promise<void> {
  const manager = readers.ruth;
  for (const [index, { state, ...applicant }] of applicants.entries()) {
    const early = state === "expired" || state === "declined";
    const on = early ? "2026-10-05" : `2026-11-${String(2 + index).padStart(2, "0")}`;
    const application = await draft(applicant, cohortId, on, index);
    if (state === "draft") continue;
    const { id, version } = await send(application, on);
    const { actor, reference } = application;
    if (state === "withdrawn") await withdrawApplication(actor, { reference }, day("2026-11-16"));
    const said = SAID[state];
    if (said) await sponsorAnswers(id, said, day(addPlainDays(on, 2), "08:10"));
    if (state === "submitted" || state === "withdrawn") continue;
    const { read, decided } = DAYS[state] ?? { read: "2026-11-13", decided: "2026-11-16" };
    await beginReview(manager, { applicationId: id, version }, day(read, "10:00"));
    if (!early) await seedReading(readers, id, state, read);
    const decision = { applicationId: id, version: version + 1 };
    if (state === "waitlisted") await waitlistApplication(manager, decision, day(decided));
    if (state === "rejected") {
      const words = "The NPQ in Senior Leadership may fit better at this point.";
      await rejectApplication(manager, { ...decision, reasons: ["not_yet_leading"], words }, day(decided));
    }
    if (["offered", "accepted", "declined", "expired"].includes(state))
      await offered(manager, application, decided, false);
    if (state === "accepted") {
      await acceptOffer(actor, { reference, ...acceptanceOf(applicant) }, day("2026-11-18", "20:10"));
    }
    if (state === "declined")
      await declineOffer(
        actor,
        { reference, reason: "I am moving to another trust in January." },
        day("2026-10-26"),
      );
    if (state === "expired") await expireOffers(day("2026-11-03", "00:10"));
  }
  // Those who have not answered were reminded, as the timed work does it.
  for (const on of ["2026-11-11", "2026-11-18"]) await remindSponsors(day(on, "10:12"));
}
