"use server";

import { notFound } from "next/navigation";
import { act } from "@/lib/auth/act";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { registerFor } from "@/lib/engagement/queries";
import { takeRegister } from "@/lib/engagement/take-register";
import { reviewOf } from "@/lib/events/register-review";
import { MARK, type RegisterState, registerForm } from "@/lib/events/schema";
import { parseForm } from "@/lib/form";

/**
 * The register's form in its steps: mark, review, save. Only saving writes, and the verb decides who may;
 * the other steps answer with the form, and show what `registerFor` shows the viewer anyway.
 */
export async function submitRegister(
  eventId: string,
  state: RegisterState,
  data: FormData,
): Promise<RegisterState> {
  if (data.get("step") === "save") return save(eventId, state, data);
  const actor = await requireStaff("/staff/events");
  const form = parseForm(registerForm, data, state);
  if (!form.ok) return form.state;
  const { step, marks } = form.data;
  const { rows } = (await registerFor(actor, eventId, now())) ?? notFound();
  if (step === "rest-present") {
    for (const { enrolmentId } of rows) if (!marks.has(enrolmentId)) marks.set(enrolmentId, "present");
  }
  const values = Object.fromEntries([...marks].map(([id, mark]) => [`${MARK}${id}`, mark]));
  const review = step === "review" ? reviewOf(rows, marks) : undefined;
  return { errors: {}, values, turn: state.turn + 1, review };
}

async function save(eventId: string, state: RegisterState, data: FormData): Promise<RegisterState> {
  return act(state, data, {
    schema: registerForm,
    verb: async (actor, { marks }, at) => {
      const given = [...marks].map(([enrolmentId, mark]) => ({ enrolmentId, attended: mark === "present" }));
      const { recorded } = await takeRegister(actor, { eventId, marks: given }, at);
      return `/staff/events/${encodeURIComponent(eventId)}?done=${recorded > 0 ? "saved" : "same"}`;
    },
  });
}
