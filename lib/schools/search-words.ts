/**
 * How schools and trusts are searched for: the same plain words on both sides, so that "st marys" finds "St Mary's"
 * and "ecole" finds "École". Only a to z and 0 to 9 are left, which a tsquery takes without quoting.
 */

/** Letters that Unicode does not take apart into a plain letter and a mark. */
const PLAIN: Record<string, string> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  ß: "ss",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
};
const APOSTROPHES = /['’‘‛ʼ`´′＇]/g;

/** What a typed text may hold beyond which nothing more is looked at. */
const MOST_WORDS = 12;
const LONGEST_WORD = 40;

/**
 * The words of a name or of what was typed: without accents, apostrophes and punctuation, in small letters; "st" is
 * "saint", "&" is "and", and the ways to write Church of England are one word.
 */
export function searchWords(text: string): string[] {
  const plain = text
    .replace(APOSTROPHES, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(APOSTROPHES, "")
    .replace(/[æœøßłđðþ]/g, (letter) => PLAIN[letter] ?? "")
    .replace(/[&+]/g, " and ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  return ` ${plain} `
    .replace(/ (church of england|c of e|c e|ce|coe) /g, " cofe ")
    .replace(/ st (?=.)/g, " saint ")
    .replace(/ sts (?=.)/g, " saints ")
    .split(" ")
    .filter((word) => word !== "");
}

/** A postcode without its space, in small letters; "" for none. */
export function joinedPostcode(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, "");
}

/** What is kept beside a school or trust to be searched: its name first, so that its beginning can be compared. */
export function storedText(place: { name: string; town?: string; postcode?: string; code: string }): string {
  const name = searchWords(place.name);
  const { town = "", postcode = "", code } = place;
  return [
    ...name,
    ...(name.includes("cofe") ? ["church", "of", "england"] : []),
    ...searchWords(town),
    ...postcode.toLowerCase().split(/[^a-z0-9]+/),
    joinedPostcode(postcode),
    ...searchWords(code),
  ]
    .filter((word) => word !== "")
    .join(" ");
}

/** What was typed, as the database is asked: null when there is nothing to look for. */
export type Sought = {
  /** For to_tsquery('simple', …): every word, each as the beginning of one. */
  tsquery: string;
  /** The words with a space between: the beginning of a name. */
  beginning: string;
  /** Everything without spaces: a URN, a trust's code or a postcode. */
  joined: string;
};

/** Reads what was typed; null where fewer than two letters or figures are left. */
export function sought(typed: string): Sought | null {
  const text = typed.slice(0, 200);
  const words = searchWords(text)
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD));
  const joined = joinedPostcode(text);
  if (words.join("").length < 2) return null;
  return { tsquery: words.map(term).join(" & "), beginning: words.join(" "), joined };
}

/** "st" may also be the beginning of Stockport, "ce" that of Cedar. */
function term(word: string): string {
  if (word === "saint") return "(saint:* | st:*)";
  if (word === "cofe") return "(cofe:* | ce:*)";
  return `${word}:*`;
}
