import "server-only";
import { refresh } from "next/cache";
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import { now } from "../clock";
import { isDatabaseAway, NotFound, StaleVersion } from "../errors";
import { EMPTY_FORM, type FormState, isFormCall, parseForm, refusalState, typedValues } from "../form";
import { errorFacts, log } from "../log";
import type { Actor } from "./actor";
import { viewer } from "./session";

const AWAY =
  "The portal cannot reach its records just now, so nothing was saved. Nothing you typed is lost: please send it again in a minute.";

const SIGNED_OUT =
  "You have been signed out, so nothing was saved. Nothing you typed is lost: sign in again in another tab, then send this once more.";

const LOOKING =
  "You are looking at somebody else’s pages, so nothing was saved. End that first: the button is at the top of the page.";

const NO_FORM =
  "That was not sent by a form of the portal's, so nothing was saved. Reload the page and try again.";

/**
 * What every server action of a signed-in person does around its verb: who is it, is the form right, do it, go
 * on. A refusal answers with the form and all that was typed; a foreign or unknown thing is a 404. Who may do
 * it is the verb's business.
 *
 * @param step.verb does it and gives the path to go on to, or the form again where part of it was wrong
 */
export async function act<T>(
  state: FormState,
  data: FormData,
  step: {
    schema: z.ZodType<T>;
    verb: (actor: Actor, input: T, at: Date) => Promise<string | FormState>;
  },
): Promise<FormState> {
  return answer(state, data, async () => {
    const actor = await viewer();
    if (!actor) return problem(state, data, SIGNED_OUT);
    if (actor.viewing) return problem(state, data, LOOKING);
    const form = parseForm(step.schema, data, state);
    return form.ok ? step.verb(actor, form.data, now()) : form.state;
  });
}

/** The same for the few actions that are open to everybody: those of signing in. */
export async function actAsAnyone<T>(
  state: FormState,
  data: FormData,
  step: { schema: z.ZodType<T>; verb: (input: T, at: Date) => Promise<string> },
): Promise<FormState> {
  return answer(state, data, async () => {
    const form = parseForm(step.schema, data, state);
    return form.ok ? step.verb(form.data, now()) : form.state;
  });
}

/** Goes on to the path that `work` gives; whatever else happens becomes an answer to the form. */
async function answer(
  state: FormState,
  data: FormData,
  work: () => Promise<FormState | string>,
): Promise<FormState> {
  if (!isFormCall(state, data)) return { ...EMPTY_FORM, turn: 1, problem: NO_FORM };
  let next: FormState | string;
  try {
    next = await work();
  } catch (error) {
    if (error instanceof NotFound) notFound();
    // The page behind the form is made afresh, so that the next save goes out with the newer version.
    if (error instanceof StaleVersion) refresh();
    if (isDatabaseAway(error)) {
      log.warn({ event: "action.database_away", error: errorFacts(error) });
      return problem(state, data, AWAY);
    }
    return refusalState(error, data, state);
  }
  if (typeof next !== "string") return next;
  redirect(next);
}

function problem(state: FormState, data: FormData, sentence: string): FormState {
  return { errors: {}, values: typedValues(data), turn: state.turn + 1, problem: sentence };
}
