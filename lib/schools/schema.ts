/** What pages are shown of the register of schools and trusts. Safe in the browser. */

export const WORKPLACE_KINDS = ["school", "trust"] as const;
export type WorkplaceKind = (typeof WORKPLACE_KINDS)[number];

/** One place to work at, as it is offered to choose from. */
export type Workplace = {
  kind: WorkplaceKind;
  /** A school's URN, a trust's code. */
  code: string;
  name: string;
  town: string;
  postcode: string;
  /** What tells it from others of its name: "Primary · Stanner Vale", "Trust, 12 schools". */
  detail: string;
};

/** The best of what was found. */
export type WorkplacesFound = {
  workplaces: Workplace[];
  /** True when there are more than these. */
  more: boolean;
};

/** The least that is searched for. */
export const LEAST_TYPED = 2;
