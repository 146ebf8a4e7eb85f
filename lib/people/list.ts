import "server-only";
import { isAdministrator } from "../auth/actor";
import { type ListColumn, type ListOf, listFile } from "../list-file";
import { listPeople, peopleFrom } from "./queries";
import { peopleFilters } from "./schema";
import type { PersonRow } from "./views";

const roles = ({ roles: held }: PersonRow) =>
  held.map(({ role, cohort }) => [role.replaceAll("_", " "), cohort].filter(Boolean).join(" of ")).join("; ");

const COLUMNS: readonly ListColumn<PersonRow>[] = [
  { heading: "Name", width: 26, cell: ({ name }) => name },
  { heading: "E-mail", width: 34, cell: ({ email }) => email },
  { heading: "Roles", width: 44, cell: roles },
  { heading: "Access", cell: ({ ended }) => (ended ? "ended" : "open") },
  { heading: "Last here", width: 18, cell: ({ lastSeenAt }) => lastSeenAt && { at: new Date(lastSeenAt) } },
  { heading: "Second factor", cell: ({ hasFactor }) => (hasFactor ? "on" : "") },
];

/** The people of a view with their roles, for administrators. */
export const peopleList: ListOf = async (actor, query) => {
  if (!isAdministrator(actor)) return null;
  const filters = peopleFilters.parse(query);
  const { total } = await listPeople(actor, { ...filters, page: 1 });
  return listFile({
    title: "People and roles",
    columns: COLUMNS,
    count: total,
    page: (skip, take) => peopleFrom(actor, filters, skip, take),
  });
};
