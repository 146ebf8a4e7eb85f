import type { CohortArea } from "@/lib/learning-audits/schema";
import { CohortAverages } from "./cohort-averages";

/** What a cohort's averages are, and all of them: the same for its participants and its managers. */
export function AllAverages({
  modules,
}: {
  modules: readonly { module: number | null; areas: CohortArea[] }[];
}) {
  return (
    <>
      <div className="mb-7 max-w-prose">
        <p className="mb-3">
          Averages of the marks of 1 to 5 that participants gave themselves: the audit at the start of each
          module, and its review at the end.
        </p>
        <p className="text-muted">
          They are made of five people or more, grow by five at a time, and are brought up to date overnight,
          so that nobody’s own marks can be worked out. Notes are never shown here.
        </p>
      </div>
      {modules.length === 0 ? (
        <p>Fewer than five people have sent in an audit, so there is nothing to show yet.</p>
      ) : null}
      {modules.map(({ module, areas }) => (
        <CohortAverages
          key={module}
          id={`module-${module ?? "none"}`}
          title={module ? `Module ${module}` : "Without a module"}
          areas={areas}
        />
      ))}
    </>
  );
}
