import "server-only";
import { db } from "../db";
import { type ListColumn, type ListOf, listFile } from "../list-file";
import { type VersionRow, versionsOf } from "./editing-queries";
import { editable } from "./policy";
import { isSlug } from "./schema";

const COLUMNS: readonly ListColumn<VersionRow>[] = [
  { heading: "Version", cell: ({ number }) => number },
  { heading: "Published", width: 34, cell: ({ at }) => at },
  { heading: "By", width: 24, cell: ({ by }) => by },
  { heading: "What for", width: 60, cell: ({ note }) => note },
];

/** Every prospectus of a programme (`programme=`, by its short address) that was public, for those who edit it. */
export const versionsList: ListOf = async (actor, { programme: slug = "" }) => {
  if (!isSlug(slug) || !(await db.programme.count({ where: { slug, ...editable(actor) } }))) return null;
  return listFile({ title: "Versions", columns: COLUMNS, rows: await versionsOf(actor, slug) });
};
