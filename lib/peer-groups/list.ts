import "server-only";
import { isStaff } from "../auth/actor";
import { type ListColumn, type ListOf, listFile } from "../list-file";
import { groupsOfCohort } from "./cohort-queries";
import { groupForStaff, groupsForStaff } from "./staff-queries";
import type { GroupMember, StaffGroupPage, StaffGroupRow } from "./views";

type Row = GroupMember & { group: string; facilitator: string | null };

const COLUMNS: readonly ListColumn<Row>[] = [
  { heading: "Group", width: 24, cell: ({ group }) => group },
  { heading: "Facilitator", width: 26, cell: ({ facilitator }) => facilitator },
  { heading: "Participant", width: 26, cell: ({ fullName }) => fullName },
  { heading: "School or trust", width: 34, cell: ({ workplace }) => workplace },
  { heading: "Job title", width: 26, cell: ({ jobTitle }) => jobTitle },
  { heading: "State", cell: ({ state }) => state },
];

/** A cohort's peer learning groups (`cohort=`), a row for each person, for those who manage it. */
export const groupsList: ListOf = async (actor, { cohort = "" }) => {
  const found = await groupsOfCohort(actor, cohort);
  if (!found) return null;
  const rows = found.groups.flatMap(({ name, facilitatorName, members, apart }) =>
    [...members, ...apart].map((each) => ({ ...each, group: name, facilitator: facilitatorName })),
  );
  const alone = found.without.map((each) => ({ ...each, group: "in no group", facilitator: null }));
  return listFile({
    title: "Peer learning groups",
    columns: COLUMNS,
    cohortId: cohort,
    rows: [...alone, ...rows],
  });
};

const OWN: readonly ListColumn<StaffGroupRow>[] = [
  { heading: "Group", width: 24, cell: ({ name }) => name },
  { heading: "Cohort", width: 24, cell: ({ cohortName }) => cohortName },
  { heading: "Facilitator", width: 26, cell: ({ facilitatorName }) => facilitatorName },
  { heading: "Members", cell: ({ members }) => members },
  { heading: "Next session", width: 44, cell: ({ next }) => next },
];

/** The groups that staff facilitate, and those of the cohorts they manage. */
export const staffGroupsList: ListOf = async (actor, _, at) => {
  if (!isStaff(actor)) return null;
  const { own, others } = await groupsForStaff(actor, at);
  return listFile({ title: "Peer learning groups", columns: OWN, rows: [...own, ...others] });
};

type Member = StaffGroupPage["members"][number];

/** The words of a mark, as the page has them. */
const MARK_WORDS = { sorry: "cannot come", present: "present", part: "part of it", absent: "absent" };

/** A group's people by its sessions (`group=`), for its facilitator and those who manage its cohort. */
export const groupAttendanceList: ListOf = async (actor, { group: id = "" }, at) => {
  const group = await groupForStaff(actor, id, at);
  if (!group) return null;
  const columns: readonly ListColumn<Member>[] = [
    { heading: "Member", width: 26, cell: ({ fullName }) => fullName },
    { heading: "School or trust", width: 34, cell: ({ workplace }) => workplace },
    { heading: "Job title", width: 26, cell: ({ jobTitle }) => jobTitle },
    ...group.sessions.map(({ id: session, title, day }) => ({
      heading: `${title}, ${day}`,
      width: 20,
      cell: ({ marks }: Member) => {
        const mark = marks[session];
        return mark && MARK_WORDS[mark];
      },
    })),
  ];
  return listFile({ title: group.name, columns, cohortId: group.cohortId, rows: group.members });
};
