import { describe, expect, it } from "vitest";
import { differ, type HandedIn, mayReadOthers, meanTotal, readingOf } from "@/lib/applications/rubric";
import { rejectionForm } from "@/lib/applications/schema";
import {
  isRejectionReason,
  REASON_SHORT,
  REJECTION_REASONS,
  rejectionTold,
} from "@/lib/applications/schema-reasons";
import { gapsInReview, reviewForm } from "@/lib/applications/schema-review";

const review = (
  reviewerId: string,
  scores: number[],
  recommendation: HandedIn["recommendation"] = "offer",
): HandedIn => ({
  reviewerId,
  recommendation,
  scores: scores.map((score, at) => ({ criterionKey: `c${at}`, score })),
});

describe("two reviews", () => {
  it.each([
    ["the same", [3, 3], [3, 3], "offer", false],
    ["one point apart everywhere", [3, 2], [2, 3], "offer", false],
    ["two points apart on one criterion", [3, 2], [3, 4], "offer", true],
    ["the same scores, another recommendation", [3, 3], [3, 3], "waitlist", true],
    ["a criterion that only one has scored", [3, 3], [3], "offer", false],
  ] as const)("%s", (_, one, other, recommends, differing) => {
    const pair = [review("a", [...one]), review("b", [...other], recommends)];
    expect(differ(pair)).toBe(differing);
    expect(differ(pair.toReversed())).toBe(differing);
  });
});

describe("the reading of an application", () => {
  const [one, same, other] = [review("a", [3]), review("b", [3]), review("c", [1])];
  it.each([
    ["none", []],
    ["one", [one]],
    ["agreed", [one, same]],
    ["differing", [one, other]],
    ["settled", [one, same, other]],
    ["settled", [one, other, other, same]],
  ] as const)("is %s", (reading, reviews) => {
    expect(readingOf([...reviews])).toBe(reading);
  });

  it("opens to a reader once their own is in, or once nobody else is asked", () => {
    const open = { decided: false, conflicted: false };
    expect(mayReadOthers("z", [one], open)).toBe(false);
    expect(mayReadOthers("a", [one], open)).toBe(true);
    expect(mayReadOthers("z", [one, other], open)).toBe(false);
    expect(mayReadOthers("z", [one, same], open)).toBe(true);
    expect(mayReadOthers("z", [one, same, other], open)).toBe(true);
    expect(mayReadOthers("z", [one], { ...open, decided: true })).toBe(true);
    for (const reviews of [[one], [one, same], [one, same, other]])
      expect(mayReadOthers("a", reviews, { decided: true, conflicted: true })).toBe(false);
  });

  it("has the mean of the totals, to one decimal", () => {
    expect(meanTotal([])).toBeNull();
    expect(meanTotal([review("a", [3, 4])])).toBe(7);
    expect(meanTotal([review("a", [3, 4]), review("b", [4, 4])])).toBe(7.5);
    expect(meanTotal([review("a", [3]), review("b", [3]), review("c", [4])])).toBe(3.3);
    expect(meanTotal([review("a", [])])).toBe(0);
  });
});

const CRITERIA = [
  { key: "sponsor", title: "The sponsor", maxScore: 4 },
  { key: "several-schools", title: "Several schools", maxScore: 3 },
];

describe("a review's form", () => {
  it("is read by criterion", () => {
    const typed = { "score-sponsor": "0", "reason-sponsor": " None named. ", "reason-several-schools": "" };
    expect(reviewForm.parse({ version: "2", handIn: "yes", recommendation: "reject", ...typed })).toEqual({
      version: 2,
      handIn: true,
      recommendation: "reject",
      comment: "",
      scores: [
        { criterionKey: "sponsor", score: 0, reason: "None named." },
        { criterionKey: "several-schools", score: null, reason: "" },
      ],
    });
    expect(reviewForm.parse({ version: "0" })).toMatchObject({
      handIn: false,
      recommendation: null,
      scores: [],
    });
  });

  it.each([
    ["a score that is none", { "score-sponsor": "four" }],
    ["half a point", { "score-sponsor": "2.5" }],
    ["less than nothing", { "score-sponsor": "-1" }],
    ["more than any criterion has", { "score-sponsor": "11" }],
    ["two scores for one criterion", { "score-sponsor": ["1", "4"] }],
    ["a reason that is too long", { "reason-sponsor": "x".repeat(1_001) }],
    ["a field of another name", { reviewerId: "somebody" }],
    ["a key that is none", { "score-__proto__": "4" }],
    ["too many criteria", Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`score-c${at}`, "1"]))],
    ["another recommendation", { recommendation: "marry" }],
    ["another version", { version: "-1" }],
  ])("refuses %s", (_, fields) => {
    expect(reviewForm.safeParse({ version: "1", ...fields }).success).toBe(false);
  });

  it("can be handed in with every score, its reason and a recommendation", () => {
    const scores = [
      { criterionKey: "sponsor", score: 4, reason: "Chair of trustees." },
      { criterionKey: "several-schools", score: 0, reason: "One school." },
    ];
    expect(gapsInReview({ scores, recommendation: "reject" }, CRITERIA)).toEqual({});
    expect(Object.keys(gapsInReview({ scores: [], recommendation: null }, CRITERIA))).toEqual([
      "score-sponsor",
      "reason-sponsor",
      "score-several-schools",
      "reason-several-schools",
      "recommendation",
    ]);
    const over = scores.map((each) => ({ ...each, score: 4 }));
    expect(gapsInReview({ scores: over, recommendation: "offer" }, CRITERIA)).toEqual({
      "score-several-schools": "Choose a score for “Several schools”",
    });
  });
});

describe("a rejection's form", () => {
  it("takes one reason or several, and asks for words where it is something else", () => {
    const read = (fields: object) => rejectionForm.safeParse({ version: "1", words: "", ...fields });
    expect(read({ reasons: "places_full" }).data).toMatchObject({
      reasons: ["places_full"],
      step: "preview",
    });
    expect(read({ reasons: ["places_full", "other"], words: "More." }).data?.reasons).toHaveLength(2);
    for (const wrong of [{}, { reasons: [] }, { reasons: "no" }, { reasons: "other" }, { reason: "x" }])
      expect(read(wrong).success).toBe(false);
    expect(read({ reasons: "places_full", words: "x".repeat(2_001) }).success).toBe(false);
  });
});

describe("what an applicant reads of a rejection", () => {
  it("has kind words for every reason, and what to do next", () => {
    for (const code of REJECTION_REASONS) {
      expect(REASON_SHORT[code]).not.toBe("");
      const { why, next } = rejectionTold([code], "In our own words.");
      expect(why.at(-1)).toBe("In our own words.");
      expect(why).toHaveLength(code === "other" ? 1 : 2);
      expect(next.join(" ")).toMatch(/appl/);
      // Nobody reads a code, or the short words of staff.
      expect([...why, ...next].join(" ")).not.toMatch(/_|not committed|not shown|incomplete/i);
    }
  });

  it("keeps to the order of the reasons, says each once, and leaves out what is not known any more", () => {
    const { why, next } = rejectionTold(["places_full", "not_yet_leading", "gone"], null);
    expect(why).toHaveLength(2);
    expect(why[0]).toContain("lead several schools");
    expect(new Set(next).size).toBe(next.length);
    expect(rejectionTold([], "As it was.").why).toEqual(["As it was."]);
    expect(isRejectionReason("gone")).toBe(false);
  });
});
