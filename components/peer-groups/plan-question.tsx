import { buttonClass } from "@/components/ui/button";
import { LEAST, MOST, type PlanQuestion } from "@/lib/peer-groups/schema";

const SIZES = Array.from({ length: MOST - LEAST + 1 }, (_, at) => LEAST + at);

/** What the preview is of, as a form that only looks; and how the method works. */
export function PlanQuestionForm({ question }: { question: PlanQuestion }) {
  return (
    <>
      <form className="filter-bar" method="get">
        <label>
          Who
          <select className="input" name="who" defaultValue={question.who}>
            <option value="everybody">Everybody, spread afresh</option>
            <option value="new">Only those who are in no group</option>
          </select>
        </label>
        <label>
          People in a group, about
          <select className="input" name="size" defaultValue={String(question.size)}>
            {SIZES.map((size) => (
              <option key={size} value={size}>
                {size}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className={buttonClass("secondary")}>
          Preview
        </button>
      </form>
      <details className="mb-6 max-w-prose">
        <summary>How the groups are made</summary>
        <ol className="mt-2 list-decimal ps-6">
          <li>
            Whoever is hardest to place goes first: those with colleagues from the same school or their own
            manager in the cohort, then those from the largest trusts.
          </li>
          <li>Each goes to the group with room where they share least with those who are there already.</li>
          <li>
            Then two people change places wherever that makes the whole better, until no exchange of two does.
            Rules outweigh everything: nobody with somebody of the same school, nobody with their own line
            manager or mentor. After them a shared trust counts most, then the region, then the phase.
          </li>
        </ol>
        <p className="mt-2">
          Nothing is left to chance: the same people give the same groups. School, trust, region and phase
          come from DfE’s register. Of a workplace that was typed by hand only the name is known.
        </p>
      </details>
    </>
  );
}
