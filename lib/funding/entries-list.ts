import "server-only";
import { plainDate } from "../dates";
import { db } from "../db";
import type { Prisma } from "../generated/prisma/client";
import { isId } from "../ids";
import { type ListColumn, type ListOf, listFile } from "../list-file";
import { canKeepLists } from "./policy";

const select = {
  listName: true,
  urn: true,
  ukprn: true,
  validFrom: true,
  validTo: true,
  upload: { select: { fileName: true } },
} as const satisfies Prisma.FundingListEntrySelect;
type Entry = Prisma.FundingListEntryGetPayload<{ select: typeof select }>;

const COLUMNS: readonly ListColumn<Entry>[] = [
  { heading: "List", width: 34, cell: ({ listName }) => listName },
  { heading: "URN", cell: ({ urn }) => urn },
  { heading: "UKPRN", cell: ({ ukprn }) => ukprn },
  { heading: "Valid from", cell: ({ validFrom }) => ({ day: plainDate(validFrom) }) },
  { heading: "Valid to", cell: ({ validTo }) => validTo && { day: plainDate(validTo) } },
  { heading: "File", width: 34, cell: ({ upload }) => upload.fileName },
];

/** Every school and trust on the funding lists, or what one file brought (`upload=`), for those who keep the lists. */
export const fundingEntriesList: ListOf = async (actor, { upload }) => {
  if (!canKeepLists(actor)) return null;
  if (upload !== undefined && !(isId(upload) && (await db.fundingUpload.count({ where: { id: upload } }))))
    return null;
  const where = upload === undefined ? {} : { uploadId: upload };
  return listFile({
    title: "Funding lists",
    columns: COLUMNS,
    count: await db.fundingListEntry.count({ where }),
    page: (skip, take) =>
      db.fundingListEntry.findMany({
        where,
        select,
        orderBy: [{ listName: "asc" }, { urn: "asc" }, { ukprn: "asc" }, { id: "asc" }],
        skip,
        take,
      }),
  });
};
