import type { Standing } from "@/lib/status-changes/queries";

const address = ({ cohortId, enrolmentId }: { cohortId: string; enrolmentId: string }) =>
  `/staff/cohorts/${cohortId}/participants/${enrolmentId}`;

/** The cohort that an enrolment goes on from, and the one that it goes on in. */
export function LinkedCohorts({ standing: { before, after } }: { standing: Standing }) {
  if (!before && !after) return null;
  return (
    <p>
      {before ? (
        <>
          Goes on from <a href={address(before)}>{before.cohortName}</a>, with what was done there carried
          over.{" "}
        </>
      ) : null}
      {after ? (
        <>
          Goes on in <a href={address(after)}>{after.cohortName}</a>.
        </>
      ) : null}
    </p>
  );
}
