import type { Metadata } from "next";
import { StaffGroupTable } from "@/components/peer-groups/staff-group-table";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { groupsForStaff } from "@/lib/peer-groups/staff-queries";

export const metadata: Metadata = { title: "Peer learning groups" };

export default async function StaffGroupsPage() {
  const actor = await requireStaff("/staff/groups");
  const { own, others } = await groupsForStaff(actor, now());
  return (
    <>
      <PageHeading
        title="Peer learning groups"
        caption="Those you facilitate, and those of the cohorts you manage"
      />
      {own.length + others.length === 0 ? (
        <p>You facilitate no group, and manage no cohort that has any.</p>
      ) : null}
      {own.length > 0 ? (
        <section className="mb-8">
          <h2 className="mb-3">You facilitate</h2>
          <StaffGroupTable label="Groups you facilitate" groups={own} />
        </section>
      ) : null}
      {others.length > 0 ? (
        <section>
          <h2 className="mb-3">Of your cohorts</h2>
          <StaffGroupTable label="Groups of your cohorts" groups={others} />
        </section>
      ) : null}
      {own.length + others.length > 0 ? <TakeOut list="staff-groups" what="these groups" /> : null}
    </>
  );
}
