import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { answerCorrection } from "@/lib/corrections/answer";
import { askForCorrection } from "@/lib/corrections/ask";
import type { CorrectionAnswer } from "@/lib/corrections/schema";
import { db } from "@/lib/db";
import { markChangesSeen } from "@/lib/engagement/mark-seen";
import { type Cohort, castOf, moment } from "./making-up-cast";

/** Two corrections that wait and two that are answered: one put right, one not changed. */
export async function seedCorrections(cohort: Cohort): Promise<void> {
  const { milestone, person, tom } = await castOf(cohort);
  const ask = async (name: string, number: number, said: string, at: string) => {
    const who = await person(name);
    await askForCorrection(who, { milestoneId: milestone(number), said, formKey: randomUUID() }, moment(at));
    return db.correctionRequest.findFirstOrThrow({
      where: { milestoneId: milestone(number), enrolmentMilestone: { enrolment: { userId: who.userId } } },
      select: { id: true, enrolmentId: true, milestoneId: true },
    });
  };
  const answer = (actor: Actor, id: string, input: CorrectionAnswer, at: string) =>
    answerCorrection(actor, id, input, moment(at));

  const early = await ask(
    "Tobias Wren",
    5,
    "I was in the call for the first few minutes on 30 June before I was called away. Could that count?",
    "2026-07-01 07:40",
  );
  await answer(
    tom,
    early.id,
    {
      outcome: "not_changed",
      answer:
        "I have looked at the list of the call: you were there for three minutes, which I cannot record as taking part. You can make the session up with an alternative activity; the page of the session has the way.",
    },
    "2026-07-03 16:10",
  );
  const day = await ask(
    "Imran Qureshi",
    7,
    "My mentor and I met on 28 September, not on the 25th. The length is right.",
    "2026-10-05 18:25",
  );
  const entered = await db.engagementRecord.findFirstOrThrow({
    where: { enrolmentId: day.enrolmentId, milestoneId: day.milestoneId, supersededBy: null },
    select: { id: true },
  });
  await answer(
    cohort.manager,
    day.id,
    {
      outcome: "put_right",
      answer: "Thank you for telling us. The day is put right; your mentor confirmed it.",
      replaces: entered.id,
      minutes: 60,
      happenedOn: "2026-09-28",
    },
    "2026-10-06 10:15",
  );
  await ask(
    "Petra Lindqvist",
    2,
    "I am down for the whole residential. I had to leave at noon on the second day, so ten hours are too many: seven would be right.",
    "2026-11-18 19:05",
  );
  await ask(
    "Sunita Rao",
    31,
    "A fourth coaching session took place on 12 November and is not here yet.",
    "2026-11-20 06:50",
  );
  const amara = await person("Amara Okafor");
  const own = await db.enrolment.findFirstOrThrow({
    where: { userId: amara.userId, cohortId: cohort.cohortId },
    select: { id: true },
  });
  const until = moment("2026-10-12 07:15");
  await markChangesSeen(amara, { enrolmentId: own.id, until }, until);
}
