"use server";

import { notFound } from "next/navigation";
import { act } from "@/lib/auth/act";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { registerFor } from "@/lib/engagement/queries";
import { takeRegister } from "@/lib/engagement/take-register";
import { markValues, reviewOf, tooLong } from "@/lib/events/register-review";
import { type RegisterState, registerForm } from "@/lib/events/schema";
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
  const { step, marks } = form.data;
  const register = (await registerFor(actor, eventId, now())) ?? notFound();
  if (step === "rest-present") {
    // Whoever has said that they cannot come is not taken for somebody who is there.
    for (const { enrolmentId: id, sorry } of register.rows) {
      if (!marks.has(id) && !sorry) marks.set(id, { mark: "present" });
    }
  }
  const answer = { values: markValues(marks), turn: state.turn + 1 };
  const errors = step === "review" ? tooLong(marks, register.milestone.minutes) : {};
  if (step !== "review" || Object.keys(errors).length > 0) return { ...answer, errors };
  return { ...answer, errors, review: reviewOf(register, marks) };
}

async function save(eventId: string, state: RegisterState, data: FormData): Promise<RegisterState> {
  return act(state, data, {
    schema: registerForm,
    verb: async (actor, { marks, version }, at) => {
      const given = [...marks].map(([enrolmentId, { mark, minutes }]) => ({
        enrolmentId,
        attended: mark !== "absent",
        ...(minutes === undefined ? {} : { minutes }),
      }));
      const { recorded } = await takeRegister(actor, { eventId, marks: given, version }, at);
      return `/staff/events/${encodeURIComponent(eventId)}?done=${recorded > 0 ? "saved" : "same"}`;
    },
  });
}
