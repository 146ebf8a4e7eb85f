import "server-only";
import type { Tx } from "../db";
import { type ProgrammeData, programmeData } from "./schema";

/** A programme's prospectus as one piece of data: read from its tables, written to them, kept as a version. */

const byPosition = { orderBy: { position: "asc" } } as const;
const words = {
  shortName: true,
  title: true,
  qualification: true,
  dfeIdentifier: true,
  summary: true,
  audience: true,
  scholarshipNote: true,
  residentialPlaces: true,
  contactEmail: true,
  contactReplyHours: true,
} as const;
const figures = {
  durationMonths: true,
  learningMinutes: true,
  engagementThresholdPercent: true,
  feePence: true,
  vatPercent: true,
} as const;

/** What is public now. One query after the other: a transaction has one connection. */
export async function publicContent(tx: Tx, programmeId: string): Promise<ProgrammeData> {
  const facts = await tx.programme.findUniqueOrThrow({
    where: { id: programmeId },
    select: { slug: true, position: true, ...words, ...figures },
  });
  const of = { where: { programmeId }, ...byPosition };
  const sections = await tx.programmeSection.findMany({
    ...of,
    select: { key: true, label: true, heading: true, body: true },
  });
  const areas = await tx.learningArea.findMany({
    ...of,
    select: { key: true, title: true, summary: true, body: true },
  });
  const hours = await tx.hoursComponent.findMany({
    ...of,
    select: { component: true, count: true, minutes: true, publishedAs: true },
  });
  const voices = await tx.voice.findMany({ ...of, select: { who: true, report: true } });
  return { ...facts, sections, areas, hours, voices };
}

/** Writes the lists in the place of what was there; the public pages hear of it from the database itself. */
export async function writeLists(tx: Tx, programmeId: string, content: ProgrammeData): Promise<void> {
  const where = { programmeId };
  await tx.programmeSection.deleteMany({ where });
  await tx.learningArea.deleteMany({ where });
  await tx.hoursComponent.deleteMany({ where });
  await tx.voice.deleteMany({ where });
  await tx.programmeSection.createMany({ data: inOrder(programmeId, content.sections) });
  await tx.learningArea.createMany({ data: inOrder(programmeId, content.areas) });
  await tx.hoursComponent.createMany({ data: inOrder(programmeId, content.hours) });
  await tx.voice.createMany({ data: inOrder(programmeId, content.voices) });
}

/**
 * Keeps what has just been written as the programme's next version. The caller holds the programme's row, so that
 * two that publish at once have a number each. Answers the number.
 */
export async function addVersion(
  tx: Tx,
  programmeId: string,
  version: { content: ProgrammeData; note: string; publishedById: string },
  at: Date,
): Promise<number> {
  const number = (await latestNumber(tx, programmeId)) + 1;
  await tx.programmeVersion.create({ data: { ...version, programmeId, number, publishedAt: at } });
  return number;
}

/** The number of the version that is public; 0 before the first. */
export async function latestNumber(tx: Tx, programmeId: string): Promise<number> {
  const { _max } = await tx.programmeVersion.aggregate({ where: { programmeId }, _max: { number: true } });
  return _max.number ?? 0;
}

/** Content that was kept as JSON. */
export function keptContent(content: unknown): ProgrammeData {
  return programmeData.parse(content);
}

/** The rows with their programme and their place in the order, from 1. */
function inOrder<T extends object>(
  programmeId: string,
  rows: T[],
): (T & { programmeId: string; position: number })[] {
  return rows.map((row, index) => ({ ...row, programmeId, position: index + 1 }));
}
