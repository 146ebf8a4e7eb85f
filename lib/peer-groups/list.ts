import "server-only";
import { type ListColumn, type ListOf, listFile } from "../list-file";
import { groupsOfCohort } from "./cohort-queries";
import type { GroupMember } from "./views";

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
