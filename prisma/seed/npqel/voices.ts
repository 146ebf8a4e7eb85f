import type { VoiceView } from "../../../lib/programmes/schema";

/** What past participants told the provider: reported, never quoted. */
export const voices: VoiceView[] = [
  {
    who: "A participant of autumn 2022",
    report:
      "They found the introduction to various approaches to implementing change very useful, and with it the chance to talk through challenges, advantages and disadvantages with current and aspiring leaders from many settings up and down the country.",
  },
  {
    who: "A participant of spring 2022",
    report:
      "They found incremental coaching a helpful way into developing strong teaching. After the formative assessment task on instructional coaching they set up coaching pairs across the school, focused on writing, with positive impact.\n\nThey also drew on a secondary school in the trust that theirs was about to join: they asked one of its staff, who holds a master's in coaching, to train them and a senior leader and to show how progress is recorded.",
  },
];
