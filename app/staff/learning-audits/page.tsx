import type { Metadata } from "next";
import { AuditedPeople } from "@/components/learning-audits/audited-people";
import { PageHeading } from "@/components/ui/page-heading";
import { requireStaff } from "@/lib/auth/session";
import { myGroupsAudits } from "@/lib/learning-audits/queries";

const TITLE = "Learning audits of your groups";
export const metadata: Metadata = { title: TITLE };

export default async function GroupsLearningAuditsPage() {
  const actor = await requireStaff("/staff/learning-audits");
  const people = await myGroupsAudits(actor);
  return (
    <>
      <PageHeading title={TITLE} caption="What the people of the groups you facilitate have sent in" />
      {people.length === 0 ? (
        <p className="max-w-prose">
          You do not facilitate a peer learning group. What the participants of a cohort sent is on their
          pages, for those who manage it: see <a href="/staff/cohorts">Cohorts</a>.
        </p>
      ) : (
        <AuditedPeople people={people} />
      )}
    </>
  );
}
