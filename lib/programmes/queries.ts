import "server-only";
import { db } from "../db";
import { isSlug, type ProgrammeCard, type Prospectus, vatOn } from "./schema";

const card = {
  id: true,
  slug: true,
  shortName: true,
  title: true,
  qualification: true,
  summary: true,
  durationMonths: true,
  learningMinutes: true,
  feePence: true,
  vatPercent: true,
  residentialPlaces: true,
} as const;

const byPosition = { orderBy: { position: "asc" } } as const;

/** The programmes that are on offer, in their order. */
export async function publishedProgrammes(at: Date): Promise<ProgrammeCard[]> {
  return db.programme.findMany({ where: { publishedAt: { lte: at } }, select: card, ...byPosition });
}

/** A published programme's prospectus, or null. Five queries, whatever there is in it. */
export async function prospectus(slug: string, at: Date): Promise<Prospectus | null> {
  if (!isSlug(slug)) return null;
  const found = await db.programme.findFirst({
    where: { slug, publishedAt: { lte: at } },
    select: {
      ...card,
      dfeIdentifier: true,
      audience: true,
      engagementThresholdPercent: true,
      scholarshipNote: true,
      contactEmail: true,
      contactReplyHours: true,
      sections: { select: { key: true, label: true, heading: true, body: true }, ...byPosition },
      areas: { select: { key: true, title: true, summary: true, body: true }, ...byPosition },
      hours: { select: { component: true, count: true, minutes: true, publishedAs: true }, ...byPosition },
      voices: { select: { who: true, report: true }, ...byPosition },
    },
  });
  if (!found) return null;
  const vatPence = vatOn(found.feePence, found.vatPercent);
  return { ...found, vatPence, feeWithVatPence: found.feePence + vatPence };
}

/** The delivery partners that take applications from British international schools, in their order. */
export async function deliveryPartners(programmeId: string): Promise<{ name: string; url: string }[]> {
  return db.deliveryPartner.findMany({
    where: { programmeId },
    select: { name: true, url: true },
    ...byPosition,
  });
}
