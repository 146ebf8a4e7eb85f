import { SummaryList } from "@/components/ui/summary-list";
import type { Answers, Needs } from "@/lib/applications/schema-answers";
import { type AnswerGroup, answerGroups, needsRows } from "@/lib/applications/schema-rows";

const EMPTY = <span className="text-muted">Not answered</span>;

/**
 * The answers of an application under their headings, with links to change them while it is a draft (`changeAt`
 * gives a page's address). `needs` only where their applicant reads them.
 */
export function AnswersList({
  answers,
  needs,
  changeAt,
}: {
  answers: Answers;
  needs?: Needs;
  changeAt?: (step: string) => string;
}) {
  return answerGroups(answers).map((group) => (
    <section key={group.key} className="answer-group">
      <h3>{group.title}</h3>
      <SummaryList rows={rowsOf(group, needs).map((row) => withChange(row, changeAt))} />
    </section>
  ));
}

type Row = AnswerGroup["rows"][number];

function rowsOf({ key, rows }: AnswerGroup, needs: Needs | undefined): Row[] {
  return key === "programme" && needs ? [...rows, ...needsRows(needs)] : rows;
}

function withChange({ label, value, step }: Row, changeAt: ((step: string) => string) | undefined) {
  return {
    label,
    // Line breaks are kept by the list itself.
    value: value || EMPTY,
    ...(changeAt ? { change: { href: changeAt(step), what: label.toLowerCase() } } : {}),
  };
}
