import { randomUUID } from "node:crypto";
import { saveOption } from "@/lib/alternatives/options";
import type { Actor } from "@/lib/auth/actor";
import { alternatives } from "./npqel/alternatives";

/** The programme's list, as it was put up before the running cohort began. */
export async function seedAlternativeOptions(admin: Actor, at: Date): Promise<void> {
  for (const option of alternatives) {
    const input = { ...option, offered: "yes" as const, version: 0, formKey: randomUUID() };
    await saveOption(admin, "npqel", null, input, at);
  }
}
