import { WarningList, warningsInWords } from "@/components/cohorts/warning-list";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { StaffCohort } from "@/lib/cohorts/schema";
import { warningsOf } from "@/lib/route-map/warnings";

/** Said once, after the step that led here. */
const DONE = new Map([
  ["started", "The draft is made, with its milestones."],
  ["changed", "Saved."],
  ["published", "The cohort is public."],
  ["archived", "The cohort is archived."],
  ["restored", "The cohort is out of the archive."],
  ["milestones", "The milestones are changed, and everybody’s engagement is counted again."],
]);

/** What has just been done, and what a cohort that is not public waits for, or why it can only be read. */
export async function StandingNotice({ cohort, done }: { cohort: StaffCohort; done: string }) {
  const said = DONE.get(done);
  const home = `/staff/cohorts/${cohort.id}`;
  if (!said && cohort.state === "published") return null;
  const warnings = cohort.state === "draft" ? await warningsOf(cohort) : [];
  return (
    <div className="mb-5 grid gap-4">
      {said ? <Notice tone="done">{said}</Notice> : null}
      {cohort.state === "draft" ? (
        <Notice tone="soon" title="This cohort is a draft">
          <p className="mb-2">Only its managers and administrators see it, and nobody can apply.</p>
          <p className="mb-2">{warningsInWords(warnings.length)}</p>
          <WarningList warnings={warnings} />
          <p className="mt-3">
            <ButtonLink href={`${home}/publication`} small>
              Publish it
            </ButtonLink>
          </p>
        </Notice>
      ) : null}
      {cohort.state === "archived" ? (
        <Notice tone="info" title="This cohort is archived">
          It can be read, not changed. <a href={`${home}/archive`}>Take it out of the archive</a>
        </Notice>
      ) : null}
    </div>
  );
}
