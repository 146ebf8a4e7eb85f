import { describe, expect, it } from "vitest";
import { wordsIn, wordsLeft } from "@/components/forms/words";

describe("the word count under a text area", () => {
  it("counts runs of anything but white space", () => {
    expect(wordsIn("")).toBe(0);
    expect(wordsIn("  \n ")).toBe(0);
    expect(wordsIn("I lead\ntwo  schools.")).toBe(4);
  });

  it("says the limit before anything is typed, then what is left or too much", () => {
    expect(wordsLeft(null, 250)).toBe("You can use up to 250 words.");
    expect(wordsLeft(249, 250)).toBe("1 word left of 250.");
    expect(wordsLeft(250, 250)).toBe("0 words left of 250.");
    expect(wordsLeft(252, 250)).toBe("2 words too many; the limit is 250.");
  });
});
