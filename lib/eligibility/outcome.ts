import type { PlainDate } from "../dates";
import type { Answers, Role } from "./schema";

/** A dated rule of scholarship funding; days are included at both ends. */
export type Rule = {
  name: string;
  settings: readonly string[];
  /** The list that the school or trust has to be on, or null where none is needed. */
  listName: string | null;
  validFrom: PlainDate;
  validTo: PlainDate | null;
};

/** A place on a funding list that the school's or trust's number was found at. */
export type Listing = { listName: string; validFrom: PlainDate; validTo: PlainDate | null };
export type Route = { slug: string; dfeIdentifier: string | null };

export type Outcome<R extends Rule = Rule, P extends Route = Route> = {
  /** "read": the programme is no national qualification, so its own words on whom it is for decide. */
  fit: "suited" | "read" | "other_route" | "none";
  route: P | null;
  cost: "fee" | "partner" | "ask";
  /** Rules that hold today, and those that would if the school were on the list named. */
  funding: { holds: R[]; depends: R[] };
};

/** The qualification that DfE made for each role, by its identifier. */
const FOR_ROLE: Record<Role, string | null> = {
  executive: "npq-executive-leadership",
  head: "npq-headship",
  leader: "npq-senior-leadership",
  other: null,
};

const within = (span: { validFrom: PlainDate; validTo: PlainDate | null }, today: PlainDate) =>
  span.validFrom <= today && (span.validTo === null || today <= span.validTo);

/** What the answers come to on a day. `others` are the provider's other published programmes. */
export function outcomeOf<R extends Rule, P extends Route>(
  answers: Answers,
  facts: { programme: Route; others: readonly P[]; rules: readonly R[]; listings: readonly Listing[] },
  today: PlainDate,
): Outcome<R, P> {
  const { programme, others } = facts;
  const wanted = FOR_ROLE[answers.role ?? "other"];
  const route = others.find((each) => wanted !== null && each.dfeIdentifier === wanted) ?? null;
  const suited = wanted !== null && wanted === programme.dfeIdentifier;
  const fit = suited ? "suited" : route ? "other_route" : programme.dfeIdentifier === null ? "read" : "none";

  const international = answers.setting === "international";
  const outside = answers.setting === "elsewhere" && answers.place === "outside";
  const cost = international ? "partner" : outside ? "ask" : "fee";

  const lists = new Set(facts.listings.filter((each) => within(each, today)).map((each) => each.listName));
  const current = facts.rules.filter(
    (rule) => cost === "fee" && within(rule, today) && rule.settings.includes(answers.setting ?? ""),
  );
  const holds = current.filter((rule) => rule.listName === null || lists.has(rule.listName));
  // With a number given, a list that it is not on is a plain no; without one, it still depends.
  const depends = answers.number ? [] : current.filter((rule) => !holds.includes(rule));
  return { fit, route: fit === "other_route" ? route : null, cost, funding: { holds, depends } };
}
