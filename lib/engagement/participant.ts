import "server-only";
import { type Actor, managesCohort } from "../auth/actor";
import { dayInLondon, plainDate } from "../dates";
import { db } from "../db";
import type { EnrolmentState } from "../enrolments/schema";
import { isId } from "../ids";
import { hasException } from "./assessment-exception";
import { loadMilestones } from "./load";
import { carriedFromName, recorder, recorderName } from "./recorder";
import type { Engagement, MyMilestone, RecordView } from "./schema";

/** A participant as those who manage the cohort see them. */
export type ParticipantForStaff = {
  enrolmentId: string;
  fullName: string;
  email: string;
  workplace: string;
  jobTitle: string;
  state: EnrolmentState;
  fundedPlace: boolean;
  /** The application they came by, where there is one that the viewer may open. */
  applicationId: string | null;
  /** True while staff let them take the assessment below the line. */
  exception: boolean;
  groupName: string | null;
  mentorName: string | null;
  /** The programme's hours, in minutes. */
  learningMinutes: number;
  milestones: MyMilestone[];
  engagement: Engagement;
  /** Every record, newest first, with the milestone it belongs to. */
  records: (RecordView & { milestoneId: string })[];
};

/**
 * One participant of a cohort with their engagement, milestones and records. For those who manage the cohort;
 * null for everybody else and for a participant of another cohort. Four queries.
 */
export async function participantForStaff(
  actor: Actor,
  cohortId: string,
  enrolmentId: string,
  at: Date,
): Promise<ParticipantForStaff | null> {
  if (!isId(cohortId) || !isId(enrolmentId) || !managesCohort(actor, cohortId)) return null;
  const person = await db.enrolment.findFirst({
    where: { id: enrolmentId, cohortId },
    select: {
      fullName: true,
      workplace: true,
      jobTitle: true,
      state: true,
      fundedPlace: true,
      applicationId: true,
      peerGroup: { select: { name: true } },
      user: { select: { email: true } },
      mentors: { where: { endedAt: null }, select: { name: true } },
      cohort: {
        select: { programme: { select: { engagementThresholdPercent: true, learningMinutes: true } } },
      },
    },
  });
  if (!person) return null;
  const { peerGroup, user, mentors, cohort, ...shown } = person;
  const { engagementThresholdPercent: thresholdPercent, learningMinutes } = cohort.programme;
  const today = dayInLondon(at);
  const [progress, records, exception] = await Promise.all([
    loadMilestones({ id: enrolmentId, thresholdPercent, state: shown.state }, today, at),
    allRecords(enrolmentId),
    hasException(db, enrolmentId),
  ]);
  const { email } = user;
  const names = { groupName: peerGroup?.name ?? null, mentorName: mentors[0]?.name ?? null };
  return { enrolmentId, ...shown, email, learningMinutes, ...names, ...progress, records, exception };
}

async function allRecords(enrolmentId: string): Promise<ParticipantForStaff["records"]> {
  const rows = await db.engagementRecord.findMany({
    where: { enrolmentId },
    select: {
      id: true,
      milestoneId: true,
      minutes: true,
      completes: true,
      source: true,
      happenedOn: true,
      note: true,
      recordedAt: true,
      supersedesId: true,
      ...recorder,
    },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
  });
  const superseded = new Set(rows.map(({ supersedesId }) => supersedesId));
  const from = await carriedFromName(enrolmentId, rows);
  return rows.map(({ recordedBy, mentor, carriedFromId, supersedesId: _old, happenedOn, ...row }) => ({
    ...row,
    happenedOn: plainDate(happenedOn),
    recordedBy: recorderName({ recordedBy, mentor }),
    carriedFrom: carriedFromId && from,
    live: !superseded.has(row.id),
    correctable: false,
  }));
}
