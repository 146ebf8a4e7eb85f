import { describe, expect, it } from "vitest";
import { APPLICATION_STATES, type ApplicationState } from "@/lib/applications/schema";
import { canMove, LIVE, MOVES, type Move } from "@/lib/applications/states";

/** domain.md, as a table of its own: from each state, every move that is legal and where it leads. */
const LEGAL: Record<ApplicationState, Partial<Record<Move, ApplicationState>>> = {
  draft: { submit: "submitted", withdraw: "withdrawn" },
  submitted: { begin_review: "under_review", withdraw: "withdrawn" },
  under_review: { waitlist: "waitlisted", offer: "offered", reject: "rejected", withdraw: "withdrawn" },
  waitlisted: { offer: "offered", reject: "rejected", withdraw: "withdrawn" },
  offered: { accept: "accepted", decline: "declined", withdraw: "withdrawn", expire: "expired" },
  accepted: {},
  declined: {},
  rejected: {},
  withdrawn: {},
  expired: {},
};

const moves = Object.keys(MOVES) as Move[];
const pairs = APPLICATION_STATES.flatMap((from) => moves.map((move) => [from, move] as const));

describe("the table of states", () => {
  it.each(pairs)("from %s, %s is as domain.md has it", (from, move) => {
    const to = LEGAL[from][move];
    expect(canMove(move, from)).toBe(to !== undefined);
    if (to) expect(MOVES[move].to).toBe(to);
  });

  it("says by whose hand each move is", () => {
    const by = Object.fromEntries(moves.map((move) => [move, MOVES[move].by]));
    expect(by).toEqual({
      submit: "applicant",
      begin_review: "staff",
      waitlist: "staff",
      offer: "staff",
      accept: "applicant",
      decline: "applicant",
      reject: "staff",
      withdraw: "applicant",
      expire: "portal",
    });
  });

  it("counts as live what has not come to an end without a place", () => {
    const ends = APPLICATION_STATES.filter((state) => !LIVE.includes(state));
    expect(ends).toEqual(["declined", "rejected", "withdrawn", "expired"]);
  });
});
