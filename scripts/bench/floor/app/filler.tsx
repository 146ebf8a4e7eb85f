const LINE = "Eighteen months alongside the job, with peers who face the same decisions, month by month.";

/**
 * Plain paragraphs until the page has about that many bytes. Next sends a page's content twice, as HTML and as
 * data, so a paragraph weighs about twice its text.
 */
export function Filler({ bytes }: { bytes: number }) {
  const weight = 2 * LINE.length + 45;
  const lines = Array.from(
    { length: Math.max(1, Math.round((bytes - 4_500) / weight)) },
    (_, i) => `line-${i}`,
  );
  return lines.map((line) => <p key={line}>{LINE}</p>);
}
