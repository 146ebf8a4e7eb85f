import { notFound } from "next/navigation";
import type { Actor } from "@/lib/auth/actor";
import { requireStaff } from "@/lib/auth/session";
import { type EditedProgramme, programmeToEdit } from "@/lib/programmes/editing-queries";

/** The programme at that address for those who may edit it; for everybody else there is none. */
export async function findProgramme(
  slug: string,
  page = "",
): Promise<{ actor: Actor; programme: EditedProgramme; home: string; name: string }> {
  const home = `/staff/programmes/${encodeURIComponent(slug)}`;
  const actor = await requireStaff(home + page);
  const programme = (await programmeToEdit(actor, slug)) ?? notFound();
  return { actor, programme, home, name: programme.content.shortName };
}

/** The same for the pages of facts, which administrators edit. */
export async function findForFacts(slug: string, page: string) {
  const found = await findProgramme(slug, page);
  return found.programme.mayEditFacts ? found : notFound();
}
