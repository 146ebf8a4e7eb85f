import "server-only";
import { type ListColumn, type ListOf, listFile } from "../list-file";
import { KIND_WORDS } from "../route-map/schema";
import { optionsToEdit } from "./options";
import { type AlternativeRow, alternativesQuestion, type Option, STATE_WORDS } from "./schema";
import { alternativeCounts, alternativesFrom } from "./staff-queries";

const COLUMNS: readonly ListColumn<AlternativeRow>[] = [
  { heading: "Participant", width: 26, cell: ({ fullName }) => fullName },
  { heading: "Cohort", width: 20, cell: ({ cohortName }) => cohortName },
  { heading: "Module", cell: ({ module }) => module },
  { heading: "In place of", width: 34, cell: ({ milestoneTitle }) => milestoneTitle },
  { heading: "Activity", width: 40, cell: ({ title }) => title },
  { heading: "Minutes", cell: ({ minutes }) => minutes },
  { heading: "State", width: 20, cell: ({ state }) => STATE_WORDS[state] },
  { heading: "Since", cell: ({ since }) => ({ day: since }) },
];

/** The alternative activities of a view, for those who review them. */
export const alternativesList: ListOf = async (actor, query) => {
  const { show } = alternativesQuestion.parse(query);
  const counts = await alternativeCounts(actor);
  return (
    counts &&
    listFile({
      title: "Alternative activities",
      columns: COLUMNS,
      count: counts[show],
      page: (skip, take) => alternativesFrom(actor, show, skip, take),
    })
  );
};

const OPTIONS: readonly ListColumn<Option>[] = [
  { heading: "In place of", width: 26, cell: ({ kind }) => KIND_WORDS[kind] },
  { heading: "Activity", width: 40, cell: ({ title }) => title },
  { heading: "Description", width: 60, cell: ({ description }) => description },
  { heading: "Minutes", cell: ({ minutes }) => minutes },
  { heading: "Offered", cell: ({ offered }) => (offered ? "yes" : "no") },
];

/** What a programme (`programme=`, by its short address) offers in place of something missed, for those who edit it. */
export const alternativeOptionsList: ListOf = async (actor, { programme = "" }) => {
  const found = await optionsToEdit(actor, programme);
  return found && listFile({ title: "Alternative activities", columns: OPTIONS, rows: found.options });
};
