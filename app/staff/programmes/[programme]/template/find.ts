import { notFound } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { templateToEdit } from "@/lib/route-map/template-queries";

/** The template of the programme at that address, for those who edit its prospectus. */
export async function findTemplate(slug: string, page = "") {
  const home = `/staff/programmes/${encodeURIComponent(slug)}`;
  const actor = await requireStaff(`${home}/template${page}`);
  return { home, template: (await templateToEdit(actor, slug)) ?? notFound() };
}
