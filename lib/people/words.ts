/** How people are looked for: the same plain words as the database's person_words(), each as the beginning of one. */

const MOST_WORDS = 6;
const LONGEST_WORD = 40;

/** The words of what was typed: without accents, apostrophes and what stands after an @, in small letters. */
export function typedWords(typed: string): string[] {
  const local = typed.slice(0, 200).split("@", 1)[0] ?? "";
  return local
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD));
}

/** For to_tsquery('simple', …): null where fewer than two letters are left. */
export function wordsSought(typed: string): string | null {
  const words = typedWords(typed);
  if (words.join("").length < 2) return null;
  return words.map((word) => `${word}:*`).join(" & ");
}

/** What was typed, as a reference and as two kinds of number; null for what it cannot be. */
export function numberSought(typed: string): {
  reference: string | null;
  trn: string | null;
  urn: string | null;
} {
  const plain = typed.slice(0, 60).replace(/\s+/g, "").toUpperCase();
  const digits = plain.replace(/^(TRN|URN|RP):?/, "").replace("/", "");
  return {
    reference: /^[A-Z]{1,20}-[0-9A-Z]{4,12}$/.test(plain) ? plain : null,
    trn: /^\d{7}$/.test(digits) ? digits : null,
    urn: /^\d{6}$/.test(digits) ? digits : null,
  };
}
