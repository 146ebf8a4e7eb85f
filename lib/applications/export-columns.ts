import type { Cell } from "../csv";
import type { PlainDate } from "../dates";
import type { ListColumn } from "../list-file";
import { STATE_WORDS } from "./schema";
import { FUNDING_SHORT } from "./schema-choices";
import { WAITING_ON_WORDS } from "./schema-queue";
import type { MatchedBy } from "./schema-registrations";
import type { QueueRow } from "./views-queue";

/** The columns of an export: what the queue shows, and what people need who work with the file. Pure. */

export type ExportRow = QueueRow & {
  email: string;
  trn: string | null;
  jobTitle: string;
  town: string;
  postcode: string;
  urn: string | null;
  trust: string | null;
  sponsorName: string;
  sponsorEmail: string;
  registration: { confirmedOn: PlainDate; matchedBy: MatchedBy } | null;
};

const day = (plain: PlainDate | null): Cell => (plain ? { day: plain } : null);

export const COLUMNS: readonly ListColumn<ExportRow>[] = [
  { heading: "Reference", width: 16, cell: ({ reference }) => reference },
  { heading: "Name", width: 26, cell: ({ fullName }) => fullName },
  { heading: "E-mail", width: 34, cell: ({ email }) => email },
  { heading: "TRN", cell: ({ trn }) => trn },
  { heading: "Cohort", width: 20, cell: ({ cohortName }) => cohortName },
  { heading: "State", width: 20, cell: ({ state }) => STATE_WORDS[state] },
  {
    heading: "Waits for",
    width: 24,
    cell: ({ waitingOn }) => waitingOn.map((who) => WAITING_ON_WORDS[who]).join(", "),
  },
  { heading: "Sent", cell: ({ submittedOn }) => day(submittedOn) },
  { heading: "Answer promised by", cell: ({ promisedBy }) => day(promisedBy) },
  { heading: "Offer to be answered by", cell: ({ answerBy }) => day(answerBy) },
  { heading: "Workplace", width: 34, cell: ({ workplace }) => workplace },
  { heading: "URN", cell: ({ urn }) => urn },
  { heading: "Trust", cell: ({ trust }) => trust },
  { heading: "Town", width: 18, cell: ({ town }) => town },
  { heading: "Postcode", cell: ({ postcode }) => postcode },
  { heading: "Phase", cell: ({ phase }) => phase },
  { heading: "Region", width: 22, cell: ({ region }) => region },
  { heading: "Job title", width: 26, cell: ({ jobTitle }) => jobTitle },
  {
    heading: "Who pays",
    width: 22,
    cell: ({ fundingRoute }) => (fundingRoute ? FUNDING_SHORT[fundingRoute] : ""),
  },
  { heading: "Sponsor", width: 24, cell: ({ sponsorName }) => sponsorName },
  { heading: "Sponsor's e-mail", width: 34, cell: ({ sponsorEmail }) => sponsorEmail },
  { heading: "Reviews", cell: ({ reviews }) => reviews },
  // Two decimals, as a mean of three reviews needs; empty where the viewer may not know it yet.
  { heading: "Mean score", cell: ({ score }) => (score === null ? null : Math.round(score * 100) / 100) },
  {
    heading: "Registered with DfE since",
    cell: ({ registration }) => day(registration?.confirmedOn ?? null),
  },
];
