import "server-only";
import { reviews } from "../engagement/reviewers";
import { type ListColumn, type ListOf, listFile } from "../list-file";
import { correctionQueue, correctionsFrom } from "./queries";
import { type CorrectionRow, correctionsQuestion } from "./schema";

const COLUMNS: readonly ListColumn<CorrectionRow>[] = [
  { heading: "Participant", width: 26, cell: ({ fullName }) => fullName },
  { heading: "Cohort", width: 20, cell: ({ cohortName }) => cohortName },
  { heading: "Module", cell: ({ module }) => module },
  { heading: "Item", width: 34, cell: ({ title }) => title },
  { heading: "What they say", width: 60, cell: ({ said }) => said },
  { heading: "Asked on", cell: ({ askedOn }) => ({ day: askedOn }) },
  { heading: "Answer", width: 20, cell: ({ outcome }) => outcome?.replace("_", " ") },
  { heading: "Answered on", cell: ({ answeredOn }) => answeredOn && { day: answeredOn } },
];

/** The corrections of a view, for those who answer them. */
export const correctionsList: ListOf = async (actor, query) => {
  if (!reviews(actor)) return null;
  const { show } = correctionsQuestion.parse(query);
  const { counts } = await correctionQueue(actor, { show, page: 1 });
  return listFile({
    title: "Corrections",
    columns: COLUMNS,
    count: counts[show],
    page: (skip, take) => correctionsFrom(actor, show, skip, take),
  });
};
