/** "Good morning", "Good afternoon", "Good evening", by the hour it is in London, 0 to 23. */
export function greeting(hour: number): string {
  if (hour >= 5 && hour < 12) return "Good morning";
  if (hour >= 12 && hour < 18) return "Good afternoon";
  return "Good evening";
}

const TITLES = /^(dr|mr|mrs|ms|miss|mx|prof|professor|rev|revd|sir|dame|lord|lady|cllr)\.?$/i;

/** The name to greet somebody by: the first word that is no title; everything when nothing else is left. */
export function firstName(fullName: string): string {
  const words = fullName.trim().split(/\s+/);
  const name = words.find((word) => !TITLES.test(word));
  // "Dr Okafor": a title and one name is how they want to be called.
  return words.length === 2 && name !== words[0] ? fullName.trim() : (name ?? fullName.trim());
}
