import { Stage } from "../../tests/faults/support/stage";
import type { Visitor } from "../../tests/faults/support/visitor";
import { PlainError } from "../lib/say";

/** Applications sent at once by the portal's own form, and what is left of them after a kill -9. */

const ALONE = 20;
const AT_ONCE = 12;
const UNTIL = 80;
const DRAFTS = 140;

export type Submissions = {
  /** Applications a second, sent one after the other. */
  alone: number;
  /** The same, with so many abreast. */
  abreast: number;
  atOnce: number;
  /** Answered with "sent" in all, and how many of these the database holds after the kill. */
  acknowledged: number;
  stored: number;
  /** Posts that the kill left without an answer, and how many of them the database holds, whole. */
  unanswered: number;
  unansweredStored: number;
};

type Form = { id: string; page: string; visitor: Visitor; fields: Record<string, string> };

/** Sends applications alone, then abreast, kills the portal in their midst and counts. */
export async function submissions(): Promise<Submissions> {
  const stage = await Stage.open("bench-submissions", { drafts: DRAFTS });
  try {
    const portal = await stage.start();
    const forms: Form[] = [];
    for (const { actor, id, reference } of stage.cast.drafts) {
      const visitor = await stage.as(actor);
      const page = `/applications/${reference}/check`;
      forms.push({ id, page, visitor, fields: await visitor.form(page, "Send the application") });
    }
    const acknowledged: string[] = [];
    const unanswered: string[] = [];
    const send = async ({ id, page, visitor, fields }: Form): Promise<void> => {
      const status = await visitor.post(page, fields).then(
        (answer) => answer.status,
        () => 0,
      );
      if (status === 303) acknowledged.push(id);
      else if (status === 0) unanswered.push(id);
      else throw new PlainError(`An application was answered with ${status}.`);
    };
    const aloneBegan = performance.now();
    for (const form of forms.splice(0, ALONE)) await send(form);
    const alone = ALONE / ((performance.now() - aloneBegan) / 1000);

    const began = performance.now();
    let rate = Number.NaN;
    const lane = async (): Promise<void> => {
      for (let form = forms.shift(); form && Number.isNaN(rate); form = forms.shift()) {
        await send(form);
        if (acknowledged.length < ALONE + UNTIL || !Number.isNaN(rate)) continue;
        rate = UNTIL / ((performance.now() - began) / 1000);
        portal.signal("SIGKILL");
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    await portal.ended;
    const held = new Set(
      (await stage.rows<{ id: string }>(WHOLE, [[...acknowledged, ...unanswered]])).map(({ id }) => id),
    );
    return {
      alone,
      abreast: rate,
      atOnce: AT_ONCE,
      acknowledged: acknowledged.length,
      stored: acknowledged.filter((id) => held.has(id)).length,
      unanswered: unanswered.length,
      unansweredStored: unanswered.filter((id) => held.has(id)).length,
    };
  } finally {
    await stage.close();
  }
}

/** Sent, with its step in the history, its audit row and its e-mail: all of it or it does not count. */
const WHOLE = `SELECT a.id FROM "Application" a WHERE a.id = ANY($1::uuid[]) AND a.state = 'submitted'
  AND EXISTS (SELECT 1 FROM "ApplicationTransition" t WHERE t."applicationId" = a.id AND t."toState" = 'submitted')
  AND EXISTS (SELECT 1 FROM "AuditEntry" e WHERE e.action = 'application.submitted' AND e."subjectId" = a.id::text)
  AND EXISTS (SELECT 1 FROM "OutboxMessage" o WHERE o."dedupeKey" = 'application-received:' || a.id)`;

/** The same in a line for the report. */
export function submissionsInWords(found: Submissions): string {
  const { alone, abreast, atOnce, acknowledged, stored, unanswered, unansweredStored } = found;
  return [
    `- Applications sent ${atOnce} abreast: ${abreast.toFixed(0)} a second, ${(abreast / alone).toFixed(1)} times the ${alone.toFixed(0)} a second of one after the other.`,
    `- Then kill -9: ${acknowledged} acknowledged, ${stored} of them stored whole${stored === acknowledged ? "" : " (LOST)"}; of ${unanswered} that got no answer, ${unansweredStored} stored whole.`,
  ].join("\n");
}
