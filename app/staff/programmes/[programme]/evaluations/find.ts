import { notFound } from "next/navigation";
import { requireStaff } from "@/lib/auth/session";
import { evaluationsToEdit } from "@/lib/evaluations/editing-queries";

/** What the programme's evaluations ask, for somebody who edits it, or the page that says there is none. */
export async function findEvaluations(slug: string, page = "") {
  const home = `/staff/programmes/${encodeURIComponent(slug)}`;
  const actor = await requireStaff(`${home}/evaluations${page}`);
  const found = (await evaluationsToEdit(actor, slug)) ?? notFound();
  return { ...found, home, list: `${home}/evaluations` };
}

/** The same with one of its modules. */
export async function findModule(slug: string, module: string, page = "") {
  const found = await findEvaluations(slug, `/${encodeURIComponent(module)}${page}`);
  const one = found.modules.find((each) => String(each.module) === module) ?? notFound();
  return { ...found, one };
}
