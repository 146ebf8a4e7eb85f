import { hoursAndMinutes } from "../dates";
import { type ProgrammeData, pounds } from "./schema";

/** What differs between two states of a prospectus, part by part and line by line. Pure. */

export type ChangedLine = { kind: "removed" | "added"; text: string };
export type Change = {
  /** Which part: "section why-join", "fact feePence", "hours". */
  part: string;
  name: string;
  what: "added" | "removed" | "changed" | "moved";
  /** Whether it binds the provider, so that an administrator has to publish it. */
  isFact: boolean;
  lines: ChangedLine[];
};

const FACTS: { [Key in keyof ProgrammeData]?: [label: string, (content: ProgrammeData) => string] } = {
  title: ["Name", ({ title }) => title],
  shortName: ["Short name", ({ shortName }) => shortName],
  qualification: ["Qualification", ({ qualification }) => qualification],
  dfeIdentifier: ["DfE's identifier", ({ dfeIdentifier }) => dfeIdentifier ?? ""],
  summary: ["Summary", ({ summary }) => summary],
  audience: ["Whom it is for", ({ audience }) => audience],
  durationMonths: ["Length", ({ durationMonths }) => `${durationMonths} months`],
  learningMinutes: ["Learning time", ({ learningMinutes }) => hoursAndMinutes(learningMinutes)],
  engagementThresholdPercent: ["Engagement to reach", (content) => `${content.engagementThresholdPercent}%`],
  feePence: ["Fee without VAT", ({ feePence }) => pounds(feePence)],
  vatPercent: ["VAT", ({ vatPercent }) => `${vatPercent}%`],
  scholarshipNote: ["Scholarships", ({ scholarshipNote }) => scholarshipNote],
  residentialPlaces: ["Places of the residentials", ({ residentialPlaces }) => residentialPlaces.join(", ")],
  contactEmail: ["Contact", ({ contactEmail }) => contactEmail],
  contactReplyHours: ["Answers within", ({ contactReplyHours }) => `${contactReplyHours} hours`],
};

/** Every part that differs, in the order of the page. */
export function changesBetween(before: ProgrammeData, after: ProgrammeData): Change[] {
  const facts = Object.entries(FACTS).flatMap(([key, [name, words]]) =>
    changed(`fact ${key}`, name, true, words(before), words(after)),
  );
  const hours = changed("hours", "Hours table", true, hoursText(before), hoursText(after));
  const voices = changed("voices", "What leaders say", false, voicesText(before), voicesText(after));
  return [
    ...facts,
    ...keyed("section", before.sections, after.sections, ({ label, heading, body }) => ({
      name: label,
      text: [label, heading, body].join("\n"),
    })),
    ...keyed("area", before.areas, after.areas, ({ title, summary, body }) => ({
      name: title,
      text: [title, summary, body].join("\n"),
    })),
    ...hours,
    ...voices,
  ];
}

const hoursText = ({ hours }: ProgrammeData) =>
  hours
    .map(({ component, count, minutes, publishedAs }) =>
      [component, count, hoursAndMinutes(minutes), publishedAs ?? ""].join(" · "),
    )
    .join("\n");
const voicesText = ({ voices }: ProgrammeData) =>
  voices.map(({ who, report }) => `${who}\n${report}`).join("\n");

function changed(part: string, name: string, isFact: boolean, before: string, after: string): Change[] {
  if (before === after) return [];
  return [{ part, name, what: "changed", isFact, lines: changedLines(before, after) }];
}

function keyed<T extends { key: string }>(
  kind: "section" | "area",
  before: readonly T[],
  after: readonly T[],
  words: (part: T) => { name: string; text: string },
): Change[] {
  const changes = [...after, ...before.filter(({ key }) => !after.some((part) => part.key === key))].flatMap(
    ({ key }): Change[] => {
      const [old, now] = [before, after].map((parts) => parts.find((part) => part.key === key));
      const [was, is] = [old && words(old), now && words(now)];
      if (was?.text === is?.text) return [];
      const what = was ? (is ? "changed" : "removed") : "added";
      const lines = changedLines(was?.text ?? "", is?.text ?? "");
      return [{ part: `${kind} ${key}`, name: is?.name ?? was?.name ?? key, what, isFact: false, lines }];
    },
  );
  const common = (parts: readonly T[], others: readonly T[]) =>
    parts.map(({ key }) => key).filter((key) => others.some((other) => other.key === key));
  if (common(before, after).join() !== common(after, before).join()) {
    const name = kind === "section" ? "Order of the sections" : "Order of the learning areas";
    changes.push({ part: `${kind}s`, name, what: "moved", isFact: false, lines: [] });
  }
  return changes;
}

/** Beyond this, two texts are shown whole, one after the other: comparing them takes lines times lines. */
const MOST_PAIRS = 250_000;

/** The lines of the one that the other has not, and the other way round, in their order. */
export function changedLines(before: string, after: string): ChangedLine[] {
  const [a, b] = [before, after].map((text) => text.split("\n").filter((line) => line.trim() !== ""));
  const [old, now] = [a ?? [], b ?? []];
  const line = (kind: ChangedLine["kind"], text: string | undefined) => ({ kind, text: text ?? "" });
  if (old.length * now.length > MOST_PAIRS)
    return [...old.map((text) => line("removed", text)), ...now.map((text) => line("added", text))];
  const same = sameAhead(old, now);
  const lines: ChangedLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      i++;
      j++;
    } else if (j >= now.length || (i < old.length && (same[i + 1]?.[j] ?? 0) >= (same[i]?.[j + 1] ?? 0)))
      lines.push(line("removed", old[i++]));
    else lines.push(line("added", now[j++]));
  }
  return lines;
}

/** How many lines the rests from i and j have in common: the table of the longest common subsequence. */
function sameAhead(old: readonly string[], now: readonly string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const [row, below] = [table[i] ?? [], table[i + 1] ?? []];
      row[j] = old[i] === now[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}
