/**
 * How wide a label becomes before a browser draws it, so that the rail can keep labels apart on the server.
 * Shares of the font size for Hanken Grotesk at weight 600, each group at its widest letter; what is not named
 * is taken as a small letter, other capitals as 0.7.
 */
const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  [" !'(),.:;Iijl’", 0.28],
  ["-·", 0.33],
  ["frt/–", 0.425],
  ["Ow", 0.76],
  ["GQ&%", 0.785],
  ["mM@", 0.875],
  ["W", 0.98],
];
const CAPITAL = 0.7;
const SMALL = 0.58;

const widthOf = new Map(WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width])));

/** An upper bound of a text's width, in the unit of `fontSize`. */
export function textWidth(text: string, fontSize: number): number {
  let shares = 0;
  for (const letter of text)
    shares += widthOf.get(letter) ?? (letter >= "A" && letter <= "Z" ? CAPITAL : SMALL);
  return shares * fontSize;
}
