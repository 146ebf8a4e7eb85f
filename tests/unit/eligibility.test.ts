import { describe, expect, test } from "vitest";
import { stepFrom } from "../../lib/eligibility/answers";
import { outcomeOf } from "../../lib/eligibility/outcome";
import { CASES, LISTED, QUESTIONS_ASKED, RULES, TODAY } from "../support/eligibility-cases";

const asked = (query: string) => {
  const params = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const all = params.getAll(name);
      return [name, all.length > 1 ? all : all[0]];
    }),
  );
};
const programme = { slug: "npqel", dfeIdentifier: "npq-executive-leadership" };
const others = [{ slug: "npqh", dfeIdentifier: "npq-headship" }];

describe("is it for me?", () => {
  test.each(CASES)("$query", ({ query, fit, cost, holds, depends }) => {
    const { answers, ask } = stepFrom(asked(query));
    expect(ask).toBeNull();
    const entry = LISTED[answers.number ?? ""];
    const listings = entry ? [entry] : [];
    const outcome = outcomeOf(answers, { programme, others, rules: RULES, listings }, TODAY);
    expect(outcome).toMatchObject({ fit, cost });
    expect(outcome.route?.slug).toBe(fit === "other_route" ? "npqh" : undefined);
    expect(outcome.funding.holds.map(({ name }) => name)).toEqual(holds);
    expect(outcome.funding.depends.map(({ name }) => name)).toEqual(depends);
  });

  test.each(QUESTIONS_ASKED)("asks $ask: $query", ({ query, ask, wrong }) => {
    const step = stepFrom(asked(query));
    expect(step.ask).toBe(ask);
    expect(step.problem !== null).toBe(wrong);
  });

  test("a programme outside the national qualifications leaves it to its own words", () => {
    const own = { slug: "own", dfeIdentifier: null };
    const facts = { programme: own, others: [], rules: [], listings: [] };
    expect(outcomeOf({ role: "other", setting: "state" }, facts, TODAY).fit).toBe("read");
  });
});
