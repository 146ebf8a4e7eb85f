import "server-only";
import { db } from "../db";
import { type ListColumn, type ListOf, listFile } from "../list-file";
import { canAnswer } from "./policy";
import { enquiriesFrom, whereOf } from "./queue";
import { enquiryFilters } from "./schema";
import { lateBy, stateOf } from "./states";

type Row = Awaited<ReturnType<typeof enquiriesFrom>>[number];
const moment = (at: Date | null) => at && { at };

const COLUMNS: readonly ListColumn<Row>[] = [
  { heading: "Reference", width: 16, cell: ({ reference }) => reference },
  { heading: "Name", width: 26, cell: ({ name }) => name },
  { heading: "E-mail", width: 34, cell: ({ email }) => email },
  { heading: "Programme", cell: ({ programme }) => programme?.shortName },
  { heading: "Question", width: 60, cell: ({ question }) => question },
  { heading: "Asked", width: 18, cell: ({ createdAt }) => moment(createdAt) },
  { heading: "State", cell: (row) => stateOf(row).replace("_", " ") },
  { heading: "Answer due by", width: 18, cell: ({ dueAt }) => moment(dueAt) },
  { heading: "Answered", width: 18, cell: ({ answeredAt }) => moment(answeredAt) },
  { heading: "Late", cell: ({ answeredAt, dueAt }) => answeredAt && lateBy(dueAt, answeredAt) },
  { heading: "Set aside because", width: 40, cell: ({ closedReason }) => closedReason },
];

/** The enquiries of a view, for those who answer them. */
export const enquiriesList: ListOf = async (actor, query) => {
  if (!canAnswer(actor)) return null;
  const filters = enquiryFilters.parse(query);
  return listFile({
    title: "Enquiries",
    columns: COLUMNS,
    count: await db.enquiry.count({ where: whereOf(filters) }),
    page: (skip, take) => enquiriesFrom(filters, skip, take),
  });
};
