import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import type { StaffCohort } from "@/lib/cohorts/schema";
import { cohortTitle } from "./find";

/** In place of a form, for a cohort that is archived. */
export function Archived({ cohort, title }: { cohort: StaffCohort; title: string }) {
  const home = `/staff/cohorts/${cohort.id}`;
  return (
    <div className="max-w-prose">
      <title>{`${title} - UCL Centre for Educational Leadership`}</title>
      <PageHeading title={title} back={{ href: home, label: cohortTitle(cohort) }} />
      <Notice tone="info">
        This cohort is archived: it can be read, not changed.{" "}
        <a href={`${home}/archive`}>Take it out of the archive</a> first.
      </Notice>
    </div>
  );
}
