import { runBulk } from "@/lib/applications/bulk/run";
import type { Reminder } from "@/lib/applications/schema-bulk";
import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";

/** Reminders that the cohort's manager sent to everybody whom they concern. */
export async function seedReminders(manager: Actor, cohortId: string): Promise<void> {
  const sent: [about: Reminder, state: "offered" | "draft", formKey: string, on: string][] = [
    ["draft", "draft", "5a0d1c53-6c3b-4b8e-9a51-0c2f3e7d9b10", "2026-11-18"],
    ["offer", "offered", "5a0d1c53-6c3b-4b8e-9a51-0c2f3e7d9b11", "2026-11-20"],
  ];
  for (const [about, state, formKey, on] of sent) {
    const found = await db.application.findMany({
      where: { cohortId, state },
      select: { id: true, version: true },
    });
    const chosen = found.map(({ id, version }) => ({ applicationId: id, version }));
    if (chosen.length === 0) continue;
    await runBulk(manager, { kind: "remind", about, formKey, cohortId, chosen }, londonTime(on, "09:40"));
  }
}
