/** Words in a text: runs of anything but white space. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** What stands under a text area: the limit before anything is typed, then how it stands. */
export function wordsLeft(count: number | null, limit: number): string {
  if (count === null) return `You can use up to ${limit} words.`;
  const left = limit - count;
  const words = Math.abs(left) === 1 ? "word" : "words";
  return left >= 0
    ? `${left} ${words} left of ${limit}.`
    : `${-left} ${words} too many; the limit is ${limit}.`;
}
