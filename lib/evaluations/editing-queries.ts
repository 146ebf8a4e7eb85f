import "server-only";
import { type Actor, isAdministrator } from "../auth/actor";
import { dayInLondon, type PlainDate } from "../dates";
import { db } from "../db";
import { editable } from "../programmes/policy";
import { tokenOf } from "./draft";
import { type EvaluationQuestion, evaluationQuestions } from "./schema";

/** The questions of one module, for staff. */
export type ModuleQuestions = {
  module: number;
  /** What participants are asked now; null while nothing is. */
  asked: { version: number; since: PlainDate; questions: EvaluationQuestion[] } | null;
  /** What an administrator is writing; null for everybody else. */
  draft: { questions: EvaluationQuestion[]; by: string; on: PlainDate } | null;
  token: string;
};

export type EvaluationsToEdit = {
  slug: string;
  shortName: string;
  mayEdit: boolean;
  modules: ModuleQuestions[];
};

/**
 * What a programme's evaluations ask, module by module, for those who edit its prospectus; null for everybody else.
 * Administrators may change it, and see what is being written. Five queries, whatever there is.
 */
export async function evaluationsToEdit(actor: Actor, slug: string): Promise<EvaluationsToEdit | null> {
  const mayEdit = isAdministrator(actor);
  const programme = await db.programme.findFirst({
    where: { slug, ...editable(actor) },
    select: {
      id: true,
      shortName: true,
      routeItems: { where: { kind: "module_evaluation", module: { not: null } }, select: { module: true } },
      evaluationDrafts: {
        select: {
          module: true,
          questions: true,
          version: true,
          savedAt: true,
          savedBy: { select: { name: true } },
        },
      },
      evaluationForms: {
        distinct: ["module"],
        orderBy: [{ module: "asc" }, { version: "desc" }],
        select: { module: true, version: true, publishedAt: true, questions: true },
      },
    },
  });
  if (!programme) return null;
  const { shortName, routeItems, evaluationDrafts, evaluationForms } = programme;
  const modules = [...new Set(routeItems.flatMap(({ module }) => module ?? []))].toSorted((a, b) => a - b);
  return {
    slug,
    shortName,
    mayEdit,
    modules: modules.map((module) => {
      const asked = evaluationForms.find((form) => form.module === module);
      const draft = mayEdit ? evaluationDrafts.find((each) => each.module === module) : undefined;
      return {
        module,
        asked: asked
          ? {
              version: asked.version,
              since: dayInLondon(asked.publishedAt),
              questions: evaluationQuestions.parse(asked.questions),
            }
          : null,
        draft: draft
          ? {
              questions: evaluationQuestions.parse(draft.questions),
              by: draft.savedBy.name,
              on: dayInLondon(draft.savedAt),
            }
          : null,
        token: tokenOf(asked?.version ?? 0, draft),
      };
    }),
  };
}
