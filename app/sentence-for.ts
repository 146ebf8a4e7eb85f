/** The sentence that a word in the address stands for; undefined for any other word, and for what is no word. */
export function sentenceFor<T>(table: Record<string, T>, word: unknown): T | undefined {
  return typeof word === "string" && Object.hasOwn(table, word) ? table[word] : undefined;
}
