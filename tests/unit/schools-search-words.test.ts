import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinedPostcode, searchWords, sought, storedText } from "@/lib/schools/search-words";

describe("the words of a name", () => {
  it.each([
    ["St Mary's", "saint marys"],
    ["Saint Mary’s", "saint marys"],
    ["St. Mary's", "saint marys"],
    ["ST.MARYS", "saint marys"],
    ["SAINT MARY`S", "saint marys"],
    ["St Mary´s", "saint marys"],
    ["Sts Peter & Paul", "saints peter and paul"],
    ["École Français", "ecole francais"],
    ["Ørsted-Łódź", "orsted lodz"],
    ["Mosswood Vale", "mosswood vale"],
    ["St Mary's C of E", "saint marys cofe"],
    ["St Mary's C.E. School", "saint marys cofe school"],
    ["St Mary's CE School", "saint marys cofe school"],
    ["St Mary's Church of England School", "saint marys cofe school"],
    ["Long-Reach/Heron (Infants)", "long reach heron infants"],
    ["  ", ""],
    ["東京", ""],
  ])("%s → %s", (name, words) => {
    expect(searchWords(name).join(" ")).toBe(words);
  });

  it("are only letters and figures, whatever is typed, and the same when done again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const words = searchWords(text);
        expect(words.every((word) => /^[a-z0-9]+$/.test(word))).toBe(true);
        expect(searchWords(words.join(" "))).toEqual(words);
      }),
    );
  });

  it("are the same in capitals, without accents and without apostrophes", () => {
    const word = fc.stringMatching(/^[a-zéèüöñ]{1,8}('[a-z])?$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const name = words.join(" ");
        const bare = name.normalize("NFD").replace(/[\p{M}']/gu, "");
        expect(searchWords(name.toUpperCase())).toEqual(searchWords(bare));
      }),
    );
  });
});

describe("what is kept and what is asked", () => {
  it("keeps the name, the town, the postcode both ways and the number", () => {
    const place = { name: "St Mary's CofE School", town: "Fairlea", postcode: "ZZ1 2AB", code: "900101" };
    expect(storedText(place)).toBe("saint marys cofe school church of england fairlea zz1 2ab zz12ab 900101");
    expect(storedText({ name: "Long Reach Trust", code: "9001" })).toBe("long reach trust 9001");
    expect(joinedPostcode("ZZ1 2AB")).toBe("zz12ab");
  });

  it("asks for every word as the beginning of one, and nothing for next to nothing", () => {
    expect(sought("fair park")?.tsquery).toBe("fair:* & park:*");
    expect(sought("st m")?.tsquery).toBe("(saint:* | st:*) & m:*");
    expect(sought("ce")?.tsquery).toBe("(cofe:* | ce:*)");
    expect(sought("ZZ1 2AB")).toEqual({ tsquery: "zz1:* & 2ab:*", beginning: "zz1 2ab", joined: "zz12ab" });
    for (const nothing of ["", "a", " - ", "'", "(!)", "|"]) expect(sought(nothing)?.tsquery).toBeUndefined();
  });

  it("takes no more than twelve words of forty letters", () => {
    const long = sought(`${"x".repeat(90)} ${"ab ".repeat(60)}`);
    expect(long?.tsquery.split(" & ")).toHaveLength(12);
    expect(long?.tsquery.split(" & ")[0]).toHaveLength(42);
  });

  it("finds in what is kept whatever was typed of the name", () => {
    const names = ["St Mary's C of E Primary School", "École Saint-Étienne", "Long Reach & Weir Academy"];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(40), fc.nat(40), (name, from, length) => {
        const words = name.split(" ");
        const typed = words
          .slice(from % words.length, (from % words.length) + 1 + (length % words.length))
          .join(" ");
        const kept = storedText({ name, code: "900101" }).split(" ");
        const asked = searchWords(typed);
        // "St" by itself may be the beginning of another word, and "C of E" comes apart when it is cut.
        const whole = !/\b(C|of|E|St)$|^(of|E)\b/.test(typed);
        if (whole) expect(asked.every((word) => kept.some((one) => one.startsWith(word)))).toBe(true);
      }),
    );
  });
});
