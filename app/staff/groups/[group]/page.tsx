import { PageTitle } from "@/components/engagement/page-title";
import { AttendanceTable } from "@/components/peer-groups/attendance-table";
import { NoteList } from "@/components/peer-groups/note-list";
import { WhoComes } from "@/components/peer-groups/who-comes";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { findGroup } from "../find";

export default async function StaffGroupPage({ params }: { params: Promise<{ group: string }> }) {
  const group = await findGroup((await params).group);
  const { id, name, cohortName, facilitatorName, members, apart, sessions, notes, canWrite, manages } = group;
  return (
    <>
      <PageTitle title={name} />
      <PageHeading
        title={name}
        caption={`${cohortName} · ${facilitatorName ? `facilitated by ${facilitatorName}` : "no facilitator yet"}`}
        back={{ href: "/staff/groups", label: "Peer learning groups" }}
      />
      {manages ? (
        <p className="mb-5">
          <a href={`/staff/cohorts/${group.cohortId}/groups`}>Change who is in the groups of this cohort</a>
        </p>
      ) : null}
      <p className="mb-5">
        <a href={`/staff/cohorts/${group.cohortId}/participants?group=${id}`}>
          How the group’s members are getting on
        </a>
      </p>
      <h2 className="mb-3">Members and attendance</h2>
      <AttendanceTable members={members} sessions={sessions} />
      {members.length > 0 ? (
        <TakeOut list="group-attendance" query={{ group: id }} what="this table" />
      ) : null}
      {apart.length > 0 ? (
        <p className="mt-3">
          Not taking part now: {apart.map(({ fullName, state }) => `${fullName} (${state})`).join(", ")}.
        </p>
      ) : null}
      <h2 className="mt-9 mb-3">Who comes to the sessions</h2>
      <WhoComes sessions={sessions} />
      <div className="mt-9 max-w-[60rem]">
        <NoteList
          notes={notes}
          home={`/staff/groups/${id}/notes`}
          canWrite={canWrite}
          who="The group, its facilitator and the staff who run the cohort read them."
        />
      </div>
    </>
  );
}
