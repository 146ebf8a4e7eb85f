"use server";

import { act } from "@/lib/auth/act";
import { StaleVersion } from "@/lib/errors";
import { enterAttendance, readAttendance } from "@/lib/events/attendance/import";
import { confirmForm, type ImportState, readForm } from "@/lib/events/schema";
import type { FormState } from "@/lib/form";

/** A meeting's report in two steps: read, with a report of what it comes to; then entered. Only the second writes. */
export async function submitAttendance(
  eventId: string,
  state: ImportState,
  data: FormData,
): Promise<ImportState> {
  return data instanceof FormData && data.get("step") === "save"
    ? enter(eventId, state, data)
    : read(eventId, state, data);
}

async function read(eventId: string, state: ImportState, data: FormData): Promise<ImportState> {
  return act(state, data, {
    schema: readForm,
    verb: async (actor, { share }, at): Promise<FormState> => {
      const sent = data.get("file");
      const file =
        sent instanceof File ? { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) } : null;
      const report = await readAttendance(actor, { eventId, share: Number(share), file }, at);
      const next: ImportState = { errors: {}, values: { share }, turn: state.turn + 1, report };
      return next;
    },
  });
}

const CHANGED =
  "Somebody changed the register after this report was read, so nothing was entered. Read the file again to see what differs now.";

async function enter(eventId: string, state: ImportState, data: FormData): Promise<ImportState> {
  const next: ImportState = await act(state, data, {
    schema: confirmForm,
    verb: async (actor, input, at) => {
      try {
        const { recorded } = await enterAttendance(actor, { eventId, ...input }, at);
        return `/staff/events/${encodeURIComponent(eventId)}?done=${recorded > 0 ? "saved" : "same"}`;
      } catch (error) {
        if (!(error instanceof StaleVersion)) throw error;
        const values = { share: String(input.share) };
        return { errors: {}, values, turn: state.turn + 1, problem: CHANGED };
      }
    },
  });
  // What was chosen stays, but for a report that the register has left behind.
  const kept = next.problem !== CHANGED && state?.report;
  return kept ? { ...next, report: kept } : next;
}
