import type { FilePerson } from "./people";

/**
 * Whom of a register a person of a report is: by e-mail address, else by name, whatever its order, accents and titles.
 * Nobody is guessed: less than a whole name in common is for staff to choose. Pure.
 */

export type Known = { enrolmentId: string; fullName: string; email: string };
export type FoundBy = "e-mail" | "name";
export type Found =
  | { kind: "matched"; enrolmentId: string; by: FoundBy }
  | { kind: "unsure"; candidates: string[] }
  | { kind: "nobody" };

const TITLES = /^(?:dr|mr|mrs|ms|miss|mx|prof|professor|rev|revd|sir|dame|lady|lord)$/;
const DEVICES =
  /^(?:iphone|ipad|android|galaxy|phone|mobile|laptop|macbook|desktop|guest|unverified|external|host|cohost)$/;

/** The words of a name in one order, without accents, titles and devices: "Okafor, Dr Amara (Guest)" → amara okafor. */
export function wordsOf(name: string): string[] {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/æ/g, "ae")
    .replace(/['’ʼ`]s\b/g, "")
    .replace(/['’ʼ`]/g, "");
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !TITLES.test(word) && !DEVICES.test(word)).sort();
}

/** What a name on the screen can be: itself, what is in brackets (Zoom's original name), what stands before a dash. */
function readingsOf(name: string): string[][] {
  const inside = [...name.matchAll(/[([]([^)\]]*)[)\]]/g)].map(([, text = ""]) => text);
  const outside = name.replace(/[([][^)\]]*[)\]]/g, " ");
  const before = outside.split(/\s[-–—|/]\s|\|/)[0] ?? "";
  const all = [outside, before, ...inside].map(wordsOf).filter((words) => words.length > 0);
  return [...new Map(all.map((words) => [words.join(" "), words])).values()];
}

/** A way to look people of one register up. */
export function matcher(known: readonly Known[]): (person: FilePerson) => Found {
  const byEmail = new Map(known.map(({ email, enrolmentId }) => [email.toLowerCase(), enrolmentId]));
  const words = known.map(({ enrolmentId, fullName }) => ({ enrolmentId, words: wordsOf(fullName) }));
  return ({ names, email }) => {
    const written = email && byEmail.get(email);
    if (written) return { kind: "matched", enrolmentId: written, by: "e-mail" };
    const readings = names.flatMap(readingsOf);
    const same = idsOf(words, (theirs) => readings.some((mine) => mine.join(" ") === theirs.join(" ")));
    const close =
      same.length > 0 ? same : idsOf(words, (theirs) => readings.some((mine) => holds(mine, theirs)));
    const [only, ...more] = close;
    if (only && more.length === 0) return { kind: "matched", enrolmentId: only, by: "name" };
    const some =
      close.length > 0 ? close : idsOf(words, (theirs) => readings.some((mine) => touches(mine, theirs)));
    return some.length > 0 ? { kind: "unsure", candidates: some } : { kind: "nobody" };
  };
}

function idsOf(
  known: { enrolmentId: string; words: string[] }[],
  is: (words: string[]) => boolean,
): string[] {
  return known.filter(({ words }) => is(words)).map(({ enrolmentId }) => enrolmentId);
}

/** One name with a word more, such as a middle name: two words at least are the same. */
function holds(mine: readonly string[], theirs: readonly string[]): boolean {
  const [few, many] = mine.length < theirs.length ? [mine, theirs] : [theirs, mine];
  return few.length >= 2 && few.every((word) => word.length > 1 && many.includes(word));
}

/** A word of some length in common: a first name by itself, a family name with an initial. */
function touches(mine: readonly string[], theirs: readonly string[]): boolean {
  return mine.some((word) => word.length > 2 && theirs.includes(word));
}
