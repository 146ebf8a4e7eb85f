import { z } from "zod";

/** Shapes of what is offered, safe in the browser. Money is in pence, learning time in minutes. */

/** True for text that could be a slug: checked before an address's part reaches a query. */
export function isSlug(text: unknown): text is string {
  return typeof text === "string" && text.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}

const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
const text = (max: number) => z.string().trim().min(1).max(max);

export const sectionData = z.strictObject({
  key,
  label: text(60),
  heading: text(160),
  /** Markdown. */
  body: text(20_000),
});

export const areaData = z.strictObject({
  key,
  title: text(120),
  summary: text(300),
  /** Markdown. */
  body: text(5_000),
});

export const hoursData = z.strictObject({
  component: text(120),
  count: z.int().min(1).max(100),
  minutes: z.int().min(1).max(100_000),
  /** As the provider says it where that is not hours: "half a day". */
  publishedAs: text(60).nullable(),
});

export const voiceData = z.strictObject({ who: text(120), report: text(5_000) });

/** A programme with its prospectus, as it is saved; lists are in the order they are shown in. */
export const programmeData = z.strictObject({
  slug: key,
  position: z.int().min(1).max(1_000),
  shortName: text(30),
  title: text(120),
  qualification: text(200),
  dfeIdentifier: z.string().max(60).nullable(),
  summary: text(600),
  audience: text(600),
  durationMonths: z.int().min(1).max(60),
  learningMinutes: z.int().min(1).max(100_000),
  engagementThresholdPercent: z.int().min(0).max(100),
  feePence: z.int().min(0).max(10_000_000),
  vatPercent: z.int().min(0).max(100),
  scholarshipNote: text(300),
  residentialPlaces: z.array(text(60)).max(20),
  contactEmail: z.email().max(254),
  contactReplyHours: z.int().min(1).max(1_000),
  sections: z.array(sectionData).min(1).max(40),
  areas: z.array(areaData).max(40),
  hours: z.array(hoursData).max(40),
  voices: z.array(voiceData).max(40),
});

export type ProgrammeData = z.infer<typeof programmeData>;
export type ProspectusSection = z.infer<typeof sectionData>;
export type LearningAreaView = z.infer<typeof areaData>;
export type HoursRow = z.infer<typeof hoursData>;
export type VoiceView = z.infer<typeof voiceData>;

/** A programme in a list. */
export type ProgrammeCard = {
  id: string;
  slug: string;
  /** "NPQEL" */
  shortName: string;
  /** "Executive Leadership" */
  title: string;
  qualification: string;
  summary: string;
  durationMonths: number;
  learningMinutes: number;
  feePence: number;
  vatPercent: number;
  residentialPlaces: string[];
};

/** Everything the prospectus shows, from the database. */
export type Prospectus = ProgrammeCard & {
  dfeIdentifier: string | null;
  audience: string;
  engagementThresholdPercent: number;
  /** VAT on the fee, and the two together, in pence. */
  vatPence: number;
  feeWithVatPence: number;
  scholarshipNote: string;
  contactEmail: string;
  contactReplyHours: number;
  sections: ProspectusSection[];
  areas: LearningAreaView[];
  hours: HoursRow[];
  voices: VoiceView[];
};

/** "£4,099" or "£4,918.80": pounds, with pence only where there are some. */
export function pounds(pence: number): string {
  const whole = Math.floor(pence / 100).toLocaleString("en-GB");
  const rest = pence % 100;
  return rest === 0 ? `£${whole}` : `£${whole}.${String(rest).padStart(2, "0")}`;
}

/** "£4,099 + VAT (£4,918.80)" */
export function feeInWords(programme: Pick<Prospectus, "feePence" | "feeWithVatPence">): string {
  return `${pounds(programme.feePence)} + VAT (${pounds(programme.feeWithVatPence)})`;
}

/** VAT on an amount, in pence, half a penny up. */
export function vatOn(pence: number, percent: number): number {
  return Math.floor((pence * percent + 50) / 100);
}

/** A prospectus as the public page shows it, from its content: with the sums worked out. */
export function prospectusOf(id: string, content: ProgrammeData): Prospectus {
  const vatPence = vatOn(content.feePence, content.vatPercent);
  return { ...content, id, vatPence, feeWithVatPence: content.feePence + vatPence };
}
