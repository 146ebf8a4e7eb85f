import { describe, expect, it } from "vitest";
import { type Facts, fitOf, withinPlaces } from "@/lib/applications/bulk/fit";
import { BULK_MAX, bulkAddress, bulkForm, bulkHref, chosenText } from "@/lib/applications/schema-bulk";
import { bulkButton, bulkDone } from "@/lib/applications/schema-bulk-words";

/** Who is among those to whom something is done, and how addresses and forms say it. */

const GOOD: Facts = {
  state: "under_review",
  conflicted: false,
  differing: false,
  endorsed: true,
  asking: null,
  answerBy: null,
  remindedToday: false,
};
const ON = { today: "2026-11-23", open: true };
const asking = { sponsorName: "Helen Marchbank", standing: "waiting", writtenOn: "2026-11-16" } as const;

describe("who is in, and why not", () => {
  it.each([
    [{}, { act: "offer" }, "is offered a place, fee paid"],
    [{}, { act: "offer", funded: "yes" }, "is offered a funded place"],
    [{ endorsed: false }, { act: "offer" }, "The sponsor has not endorsed it."],
    [
      { endorsed: false },
      { act: "offer", unendorsed: "yes" },
      "is offered a place, fee paid, without the sponsor’s endorsement",
    ],
    [{ state: "submitted" }, { act: "offer" }, /not under review/],
    [{ differing: true }, { act: "offer" }, /reviews differ/],
    [{ differing: true }, { act: "reject" }, /reviews differ/],
    [{ conflicted: true }, { act: "offer" }, /somebody else decides/],
    [{ conflicted: true }, { act: "remind", about: "sponsor" }, /somebody else decides/],
    [{ state: "waitlisted" }, { act: "reject" }, "is rejected, and told why by e-mail"],
    [{ state: "offered" }, { act: "reject" }, /not under review/],
    [{ asking }, { act: "remind", about: "sponsor" }, /^Helen Marchbank, the sponsor, gets/],
    [{}, { act: "remind", about: "sponsor" }, "No sponsor’s answer is awaited."],
    [{ asking: { ...asking, standing: "expired" } }, { act: "remind", about: "sponsor" }, /link has run out/],
    [
      { asking: { ...asking, writtenOn: "2026-11-23" } },
      { act: "remind", about: "sponsor" },
      /written to today/,
    ],
    [
      { state: "offered", answerBy: "2026-11-30" },
      { act: "remind", about: "offer" },
      "gets an e-mail: answer by Monday 30 November 2026",
    ],
    [{ state: "offered", answerBy: "2026-11-22" }, { act: "remind", about: "offer" }, /no offer/],
    [
      { state: "offered", answerBy: "2026-11-30", remindedToday: true },
      { act: "remind", about: "offer" },
      /today already/,
    ],
    [{ state: "draft" }, { act: "remind", about: "draft" }, "gets an e-mail"],
    [{}, { act: "remind", about: "draft" }, "It has been sent."],
  ] as [Partial<Facts>, Parameters<typeof fitOf>[1], string | RegExp][])("%j, %j: %s", (facts, how, said) => {
    const fit = fitOf({ ...GOOD, ...facts }, how, ON);
    const words = "what" in fit ? fit.what : fit.why;
    if (typeof said === "string") expect(words).toBe(said);
    else expect(words).toMatch(said);
  });

  it("places go to the first of those who could have one", () => {
    const all = [{ what: "1" }, { why: "no" }, { what: "2" }, { what: "3" }].map((fit) => ({ fit }));
    const after = withinPlaces(all, 2, false).map(({ fit }) => ("what" in fit ? fit.what : fit.why));
    expect(after).toEqual(["1", "no", "2", "No place is left for it."]);
    expect(withinPlaces(all, 0, true).filter(({ fit }) => "what" in fit)).toEqual([]);
  });
});

describe("addresses and forms", () => {
  it("two hundred ticks fit into an address that the portal takes", () => {
    const a = Array.from({ length: 300 }, (_, each) => `NPQEL-${String(each).padStart(6, "A")}`);
    const parsed = bulkAddress.parse({ act: "offer", a: [...a, ...a, "not one"], cohort: "x" });
    expect(parsed.a).toHaveLength(BULK_MAX);
    expect(parsed.cohort).toBeUndefined();
    const cohort = crypto.randomUUID();
    const href = bulkHref(parsed, { cohort, funded: "yes", unendorsed: "yes" });
    expect(href.length).toBeLessThan(4_000);
    const back = bulkAddress.parse({ act: "offer", a: new URL(href, "http://x").searchParams.getAll("a") });
    expect(back.a).toEqual(parsed.a);
    expect(bulkAddress.parse({ a: "NPQEL-4F7KQ2" }).a).toEqual(["NPQEL-4F7KQ2"]);
    expect(bulkAddress.parse({ act: "delete", a: { x: 1 }, page: "-1" })).toMatchObject({ a: [], page: 1 });
  });

  const id = crypto.randomUUID();
  const common = { formKey: crypto.randomUUID(), cohortId: crypto.randomUUID() };
  const offer = { ...common, kind: "offer", fundedPlace: "no", unendorsed: "no" };

  it("a form names each application once, with its version", () => {
    const chosen = chosenText([{ id, version: 4 }]);
    expect(bulkForm.parse({ ...offer, chosen })).toMatchObject({
      chosen: [{ applicationId: id, version: 4 }],
      fundedPlace: false,
    });
    for (const wrong of ["", id, `${id}.0`, `${chosen} ${chosen}`, `${chosen} x`, `${chosen}.4`])
      expect(bulkForm.safeParse({ ...offer, chosen: wrong }).success, wrong).toBe(false);
    const many = Array.from({ length: BULK_MAX + 1 }, () => ({ id: crypto.randomUUID(), version: 1 }));
    expect(bulkForm.safeParse({ ...offer, chosen: chosenText(many) }).success).toBe(false);
    expect(bulkForm.safeParse({ ...offer, chosen: chosenText(many.slice(1)) }).success).toBe(true);
    expect(bulkForm.safeParse({ ...offer, chosen, role: "administrator" }).success).toBe(false);
  });

  it("asks for a reason where offers do not wait for the endorsement", () => {
    const chosen = chosenText([{ id, version: 4 }]);
    const form = { ...offer, chosen, unendorsed: "yes" };
    expect(bulkForm.safeParse({ ...form, overrideReason: " " }).error?.issues[0]?.path).toEqual([
      "overrideReason",
    ]);
    expect(bulkForm.safeParse({ ...form, overrideReason: "On leave" }).success).toBe(true);
  });

  it.each([
    [{ act: "offer" }, 1, "Offer 1 place"],
    [{ act: "offer", funded: "yes" }, 7, "Offer 7 funded places"],
    [{ act: "reject" }, 12, "Reject 12 applications"],
    [{ act: "remind", about: "sponsor" }, 2, "Remind 2 sponsors"],
    [{ act: "remind", about: "draft" }, 1, "Remind 1 applicant"],
  ] as const)("the button for %j says how many", (how, count, words) => {
    expect(bulkButton({ about: undefined, funded: undefined, ...how }, count)).toBe(words);
  });

  it("what was done is said with its number", () => {
    expect(bulkDone({ kind: "offer", about: null, fundedPlace: true }, 2)).toBe("2 funded places offered");
    expect(bulkDone({ kind: "remind", about: "offer" }, 1)).toBe("1 applicant reminded of an offer");
    expect(bulkDone({ kind: "remind", about: "sponsor" }, 0)).toBe("0 sponsors reminded");
  });
});
