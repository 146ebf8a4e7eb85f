import "server-only";
import type { Actor } from "../auth/actor";
import { dateColumn, dateTimeInLondon, dayInLondon, type PlainDate, plainDate } from "../dates";
import { db } from "../db";
import { isId } from "../ids";
import { editable } from "../programmes/policy";
import { isSlug } from "../programmes/schema";
import { canKeepLists } from "./policy";
import { type NoticeState, noticeState, partnerFacts, ruleFacts, seenOf } from "./rows";

/** What staff see of funding. */

const person = { select: { name: true, email: true } } as const;
const nameOf = ({ name, email }: { name: string; email: string }) => name || email;
const current = (today: Date) => ({
  validFrom: { lte: today },
  OR: [{ validTo: null }, { validTo: { gte: today } }],
});

export type ListRow = { name: string; today: number; all: number };
export type UploadRow = { id: string; fileName: string; entries: number; by: string; at: string };
export type FundingOverview = {
  programmes: {
    slug: string;
    title: string;
    shortName: string;
    notices: number;
    rules: number;
    partners: number;
  }[];
  lists: ListRow[];
  uploads: UploadRow[];
};

/** The programmes that the viewer looks after, the lists, and the latest files; null for who keeps none. Four queries. */
export async function fundingOverview(actor: Actor, at: Date): Promise<FundingOverview | null> {
  if (!canKeepLists(actor)) return null;
  const [programmes, lists, uploads] = await Promise.all([
    db.programme.findMany({
      where: editable(actor),
      orderBy: { position: "asc" },
      select: {
        slug: true,
        title: true,
        shortName: true,
        _count: { select: { notices: { where: { withdrawnAt: null } }, rules: true, partners: true } },
      },
    }),
    listRows(at),
    db.fundingUpload.findMany({
      orderBy: [{ uploadedAt: "desc" }, { id: "desc" }],
      take: 50,
      select: { id: true, fileName: true, entryCount: true, uploadedAt: true, uploadedBy: person },
    }),
  ]);
  return {
    programmes: programmes.map(({ _count, ...programme }) => ({ ...programme, ..._count })),
    lists,
    uploads: uploads.map((row) => uploadRow(row)),
  };
}

const uploadRow = (row: {
  id: string;
  fileName: string;
  entryCount: number;
  uploadedAt: Date;
  uploadedBy: { name: string; email: string };
}): UploadRow => ({
  id: row.id,
  fileName: row.fileName,
  entries: row.entryCount,
  by: nameOf(row.uploadedBy),
  at: dateTimeInLondon(row.uploadedAt),
});

/** Each list with how many schools and trusts it has today and at any time. Two queries. */
async function listRows(at: Date): Promise<ListRow[]> {
  const today = dateColumn(dayInLondon(at));
  const count = { by: ["listName"] as ["listName"], _count: { _all: true as const } };
  const [all, now] = await Promise.all([
    db.fundingListEntry.groupBy({ ...count, orderBy: { listName: "asc" } }),
    db.fundingListEntry.groupBy({ ...count, where: current(today) }),
  ]);
  const of = (name: string) => now.find(({ listName }) => listName === name)?._count._all ?? 0;
  return all.map(({ listName, _count }) => ({ name: listName, today: of(listName), all: _count._all }));
}

export type NoticeRow = {
  id: string;
  body: string;
  state: NoticeState;
  publicFrom: string;
  by: string;
  withdrawnAt: string | null;
};
export type RuleRow = ReturnType<typeof ruleFacts> & { id: string; seen: string };
export type PartnerRow = { id: string; name: string; url: string; seen: string };
export type ProgrammeFunding = {
  id: string;
  slug: string;
  title: string;
  shortName: string;
  notices: NoticeRow[];
  rules: RuleRow[];
  partners: PartnerRow[];
  lists: ListRow[];
};

/** A programme's notices, rules and partners; null where the viewer does not look after it. Six queries. */
export async function programmeFunding(
  actor: Actor,
  slug: string,
  at: Date,
): Promise<ProgrammeFunding | null> {
  if (!isSlug(slug)) return null;
  const [found, lists] = await Promise.all([
    db.programme.findFirst({
      where: { slug, ...editable(actor) },
      select: {
        id: true,
        slug: true,
        title: true,
        shortName: true,
        notices: {
          orderBy: [{ publicFrom: "desc" }, { id: "desc" }],
          take: 100,
          include: { writtenBy: person },
        },
        rules: { orderBy: { position: "asc" } },
        partners: { orderBy: { position: "asc" } },
      },
    }),
    listRows(at),
  ]);
  if (!found) return null;
  const { notices, rules, partners, ...programme } = found;
  return {
    ...programme,
    lists,
    notices: notices.map((row) => ({
      id: row.id,
      body: row.body,
      state: noticeState(row, at),
      publicFrom: dateTimeInLondon(row.publicFrom),
      by: nameOf(row.writtenBy),
      withdrawnAt: row.withdrawnAt && dateTimeInLondon(row.withdrawnAt),
    })),
    rules: rules.map((row) => ({ id: row.id, ...ruleFacts(row), seen: seenOf(ruleFacts(row)) })),
    partners: partners.map((row) => ({ id: row.id, ...partnerFacts(row), seen: seenOf(partnerFacts(row)) })),
  };
}

export type UploadDetail = UploadRow & {
  lists: { name: string; entries: number }[];
  /** The first of them. */
  some: { number: string; listName: string; validFrom: PlainDate; validTo: PlainDate | null }[];
};

/** One uploaded file with what it brought; null for who keeps no lists. Three queries. */
export async function uploadOf(actor: Actor, id: string): Promise<UploadDetail | null> {
  if (!canKeepLists(actor) || !isId(id)) return null;
  const [found, lists, some] = await Promise.all([
    db.fundingUpload.findUnique({
      where: { id },
      select: { id: true, fileName: true, entryCount: true, uploadedAt: true, uploadedBy: person },
    }),
    db.fundingListEntry.groupBy({
      by: ["listName"],
      where: { uploadId: id },
      _count: { _all: true },
      orderBy: { listName: "asc" },
    }),
    db.fundingListEntry.findMany({
      where: { uploadId: id },
      orderBy: [{ listName: "asc" }, { urn: "asc" }, { ukprn: "asc" }],
      take: 20,
    }),
  ]);
  if (!found) return null;
  return {
    ...uploadRow(found),
    lists: lists.map(({ listName, _count }) => ({ name: listName, entries: _count._all })),
    some: some.map(({ urn, ukprn, listName, validFrom, validTo }) => ({
      number: urn ? `URN ${urn}` : `UKPRN ${ukprn}`,
      listName,
      validFrom: plainDate(validFrom),
      validTo: validTo && plainDate(validTo),
    })),
  };
}
