import { notFound } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { nudgeTemplatesToEdit } from "@/lib/engagement/nudge-templates";

/** The programme's templates for somebody who may edit them, or the page that says there are none. */
export async function findTemplates(slug: string, page = "") {
  const home = `/staff/programmes/${encodeURIComponent(slug)}`;
  const actor = await requireStaff(`${home}/letters${page}`);
  const found = (await nudgeTemplatesToEdit(actor, slug)) ?? notFound();
  return { ...found, list: `${home}/letters`, home };
}
