import { notFound } from "next/navigation";
import { optionsToEdit } from "@/lib/alternatives/options";
import { requireStaff } from "@/lib/auth/session";

/** The programme's list for somebody who may edit it, or the page that says there is none. */
export async function findOptions(slug: string, page = "") {
  const home = `/staff/programmes/${encodeURIComponent(slug)}`;
  const actor = await requireStaff(`${home}/alternatives${page}`);
  const found = (await optionsToEdit(actor, slug)) ?? notFound();
  return { ...found, list: `${home}/alternatives`, home };
}
