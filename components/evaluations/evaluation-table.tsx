import { TableScroll } from "@/components/ui/table-scroll";
import { shortDate } from "@/lib/dates";
import type { ModuleQuestions } from "@/lib/evaluations/editing-queries";

/** What is asked at the end of each module, and what is being written. */
export function EvaluationTable({
  modules,
  list,
  mayEdit,
}: {
  modules: readonly ModuleQuestions[];
  list: string;
  mayEdit: boolean;
}) {
  return (
    <TableScroll label="Evaluations by module">
      <table className="data-table">
        <caption className="sr-only">Evaluations by module</caption>
        <thead>
          <tr>
            <th scope="col">Module</th>
            <th scope="col">Asked now</th>
            {mayEdit ? <th scope="col">Draft</th> : null}
            <th scope="col">
              <span className="sr-only">What to do</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {modules.map(({ module, asked, draft }) => (
            <tr key={module}>
              <th scope="row">Module {module}</th>
              <td>
                {asked
                  ? `${questions(asked.questions.length)}, version ${asked.version} since ${shortDate(asked.since)}`
                  : "Nothing"}
              </td>
              {mayEdit ? (
                <td>
                  {draft
                    ? `${questions(draft.questions.length)}, saved by ${draft.by} on ${shortDate(draft.on)}`
                    : "None"}
                </td>
              ) : null}
              <td>
                <a href={`${list}/${module}/preview`}>
                  See it<span className="sr-only"> as a participant does, module {module}</span>
                </a>
                {mayEdit ? (
                  <>
                    {" · "}
                    <a href={`${list}/${module}`}>
                      Change<span className="sr-only"> what module {module} asks</span>
                    </a>
                  </>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

const questions = (count: number) => (count === 1 ? "One question" : `${count} questions`);
