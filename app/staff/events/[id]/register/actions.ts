"use server";

import { notFound } from "next/navigation";
import { act } from "@/lib/auth/act";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { registerFor } from "@/lib/engagement/queries";
import type { Register } from "@/lib/engagement/schema";
import { takeRegister } from "@/lib/engagement/take-register";
import { FieldProblem, NotFound, StaleVersion } from "@/lib/errors";
import { markValues, reviewOf, tooLong, withTheirs } from "@/lib/events/register-review";
import { type GivenRegister, type RegisterState, registerForm, toMarks } from "@/lib/events/schema";
import { isFormCall, parseForm } from "@/lib/form";

/**
 * The register's form in its steps: mark, review, save. Only saving writes, and the verb decides who may;
 * the other steps answer with the form, and show what `registerFor` shows the viewer anyway.
 */
export async function submitRegister(
  eventId: string,
  state: RegisterState,
  data: FormData,
): Promise<RegisterState> {
  if (!isFormCall(state, data) || data.get("step") === "save") return save(eventId, state, data);
  const actor = await requireStaff("/staff/events");
  const form = parseForm(registerForm, data, state);
  if (!form.ok) return form.state;
  const register = (await registerFor(actor, eventId, now())) ?? notFound();
  return answer(register, form.data, state);
}

/** The form again, or its review, on the register as it stands now. */
function answer(register: Register, { step, marks, was, reason }: GivenRegister, state: RegisterState) {
  const merged = withTheirs(register.rows, marks, was);
  if (step === "rest-present") {
    // Whoever has said that they cannot come is not taken for somebody who is there.
    for (const { enrolmentId: id, sorry, own } of register.rows) {
      if (!merged.marks.has(id) && !sorry && !own) merged.marks.set(id, { mark: "present" });
    }
  }
  const values = { ...markValues(register.rows, merged.marks), reason };
  const reviewed = step === "review" || step === "save";
  const errors = reviewed ? tooLong(merged.marks, register.milestone.minutes) : {};
  const next: RegisterState = { errors, values, turn: state.turn + 1 };
  if (!reviewed || Object.keys(errors).length > 0) return next;
  return { ...next, review: reviewOf(register, merged.marks, merged.theirs) };
}

const CHANGED =
  "Somebody else saved this register while you had it open. What differs is below; nothing of yours is lost. Check it and save again.";

async function save(eventId: string, state: RegisterState, data: FormData): Promise<RegisterState> {
  return act(state, data, {
    schema: registerForm,
    verb: async (actor, form, at) => {
      const { marks, version, reason } = form;
      try {
        const { recorded } = await takeRegister(
          actor,
          { eventId, marks: toMarks(marks), version, reason },
          at,
        );
        return `/staff/events/${encodeURIComponent(eventId)}?done=${recorded > 0 ? "saved" : "same"}`;
      } catch (error) {
        const stale = error instanceof StaleVersion;
        if (!stale && !(error instanceof FieldProblem && error.field === "reason")) throw error;
        const register = await registerFor(actor, eventId, at);
        if (!register) throw new NotFound();
        const next = answer(register, form, state);
        return stale
          ? { ...next, problem: CHANGED }
          : { ...next, errors: { ...next.errors, reason: error.message } };
      }
    },
  });
}
