import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import type { Stage } from "./stage";
import type { Visitor } from "./visitor";

type Draft = { id: string; page: string; visitor: Visitor; fields: Record<string, string> };
type Learner = { enrolmentId: string; visitor: Visitor; fields: Record<string, string> };
type Study = { formKey: string; enrolmentId: string; minutes: number };

/** Participants abreast who log one piece of study after another, and applicants who send what they wrote. */
const LEARNERS = 8;
const APPLICANTS = 4;

/**
 * Many writes at once by the portal's own forms, and what the portal said to each. Every piece of study of a
 * participant has a length of its own, so that its audit row can be told from the others.
 */
export class Load {
  /** What was answered with "done" (303), the promise that is checked. */
  readonly studies: Study[] = [];
  readonly applications: string[] = [];
  /** Other answers, and how many posts got none. */
  readonly refusals: number[] = [];
  unanswered = 0;
  #stopped = false;
  #lanes: Promise<void>[] = [];
  #sent: Study[] = [];
  #minutes = 4;

  private constructor(
    private readonly stage: Stage,
    private readonly learners: Learner[],
    readonly drafts: Draft[],
  ) {}

  /** Opens the forms as browsers would, before anything is pulled. */
  static async prepare(stage: Stage): Promise<Load> {
    const { participants, study, drafts } = stage.cast;
    const page = `/dashboard/route-map/${study}`;
    const learners = participants.slice(0, LEARNERS).map(async (person) => {
      const visitor = await stage.as(person);
      return {
        enrolmentId: person.enrolmentId,
        visitor,
        fields: await visitor.form(page, "Log this time"),
      };
    });
    const applicants = drafts.map(async ({ actor, id, reference }) => {
      const visitor = await stage.as(actor);
      const check = `/applications/${reference}/check`;
      return { id, page: check, visitor, fields: await visitor.form(check, "Send the application") };
    });
    return new Load(stage, await Promise.all(learners), await Promise.all(applicants));
  }

  start(): void {
    this.#stopped = false;
    const page = `/dashboard/route-map/${this.stage.cast.study}`;
    const waiting = this.drafts.filter(({ id }) => !this.applications.includes(id));
    this.#lanes = [
      ...this.learners.map((learner) => this.#lane(() => this.#logStudy(page, learner))),
      ...Array.from({ length: APPLICANTS }, () =>
        this.#lane(async () => {
          const draft = waiting.shift();
          if (draft) await this.#send(draft);
          return draft !== undefined;
        }),
      ),
    ];
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#lanes);
  }

  /** Waits until so many more of both have been acknowledged. */
  async acknowledged(studies: number, applications: number): Promise<void> {
    const until = [this.studies.length + studies, this.applications.length + applications] as const;
    const enough = () => this.studies.length >= until[0] && this.applications.length >= until[1];
    await expect.poll(enough, { timeout: 30_000, interval: 10 }).toBe(true);
  }

  async #lane(step: () => Promise<boolean>): Promise<void> {
    while (!this.#stopped && (await step()));
  }

  async #logStudy(page: string, { enrolmentId, visitor, fields }: Learner): Promise<boolean> {
    this.#minutes += 1;
    const study = { formKey: randomUUID(), enrolmentId, minutes: this.#minutes };
    this.#sent.push(study);
    const time = { hours: String(Math.floor(study.minutes / 60)), minutes: String(study.minutes % 60) };
    const typed = { ...time, happenedOn: "2026-11-20", note: "", formKey: study.formKey };
    if (await this.#post(visitor, page, { ...fields, ...typed })) this.studies.push(study);
    return true;
  }

  async #send({ id, page, visitor, fields }: Draft): Promise<void> {
    if (await this.#post(visitor, page, fields)) this.applications.push(id);
  }

  async #post(visitor: Visitor, page: string, fields: Record<string, string>): Promise<boolean> {
    try {
      const { status } = await visitor.post(page, fields);
      if (status === 303) return true;
      this.refusals.push(status);
    } catch {
      this.unanswered += 1;
    }
    // As fast as people are, who are told that it does not work just now.
    await pause(50);
    return false;
  }

  /**
   * Checks the database against the answers: what was acknowledged is there, once, with its audit row and, for an
   * application, its e-mail; and of what was not, either all is there or nothing.
   */
  async expectAllKept(): Promise<void> {
    const found = await this.stage.rows<{ formKey: string; audits: number }>(
      `SELECT r."formKey", (SELECT count(*)::int FROM "AuditEntry" a WHERE a.action = 'study.logged'
         AND a."subjectId" = r."enrolmentId"::text AND (a.after->>'minutes')::int = r.minutes) AS audits
       FROM "EngagementRecord" r`,
    );
    const audits = new Map(found.map((row) => [row.formKey, row.audits]));
    const lost = this.studies.filter(({ formKey }) => !audits.has(formKey));
    expect(lost, "acknowledged study that is lost").toEqual([]);
    expect(found.filter((row) => row.audits !== 1)).toEqual([]);
    const sent = new Set(this.#sent.map(({ formKey }) => formKey));
    expect(found.filter((row) => !sent.has(row.formKey))).toEqual([]);
    const [sums] = await this.stage.rows(
      `SELECT (SELECT count(*)::int FROM "AuditEntry" WHERE action = 'study.logged') AS audits,
         (SELECT sum(minutes)::int FROM "EngagementRecord") - (SELECT sum("minutesRecorded")::int FROM "EnrolmentMilestone") AS gap`,
    );
    expect(sums).toEqual({ audits: found.length, gap: 0 });

    const applications = await this.stage.rows<{ id: string; state: string; traces: number[] }>(
      `SELECT a.id, a.state::text AS state, ARRAY[
         (SELECT count(*)::int FROM "ApplicationTransition" t WHERE t."applicationId" = a.id AND t."toState" = 'submitted'),
         (SELECT count(*)::int FROM "AuditEntry" e WHERE e.action = 'application.submitted' AND e."subjectId" = a.id::text),
         (SELECT count(*)::int FROM "OutboxMessage" o WHERE o."dedupeKey" = 'application-received:' || a.id)] AS traces
       FROM "Application" a`,
    );
    expect(applications).toHaveLength(this.drafts.length);
    const whole = { draft: [0, 0, 0], submitted: [1, 1, 1] };
    for (const { id, state, traces } of applications) {
      expect(traces, `${id} (${state})`).toEqual(whole[state as keyof typeof whole]);
    }
    const submitted = new Set(applications.filter(({ state }) => state === "submitted").map(({ id }) => id));
    expect(this.applications.filter((id) => !submitted.has(id))).toEqual([]);
  }
}
