import type { Actor } from "@/lib/auth/actor";
import { publishCohort } from "@/lib/cohorts/publish";
import { londonTime } from "@/lib/dates";
import { saveSection } from "@/lib/programmes/edit";
import { programmeToEdit } from "@/lib/programmes/editing-queries";
import { saveProgramme } from "@/lib/programmes/save-programme";
import { rollForward } from "@/lib/route-map/roll-forward";
import { saveTemplate } from "@/lib/route-map/save-template";
import { demonstration } from "./programme";

/** The second programme with its cohort, and a draft that waits to be published. */
export async function seedDemonstration(admin: Actor): Promise<void> {
  const { programme, routeMap, cohort } = demonstration;
  const at = londonTime("2026-09-14", "10:00");
  const programmeId = await saveProgramme(admin, programme, at);
  await saveTemplate(admin, programmeId, routeMap, at);
  const { cohortId } = await rollForward(admin, { ...cohort, programmeId }, at);
  await publishCohort(admin, { cohortId, version: 1 }, at);
  const token = (await programmeToEdit(admin, programme.slug))?.token ?? "";
  const [first] = programme.sections;
  if (!first) throw new Error("the demonstration has no section");
  const body = `${first.body}\n\nWhoever edits it sees how a draft is written, previewed and published.`;
  const words = { label: first.label, heading: first.heading, body };
  const saved = londonTime("2026-11-20", "15:30");
  await saveSection(admin, { ...words, slug: programme.slug, key: first.key, token }, saved);
}
