/** How far a session has come in signing in. Judged at each read, so that a role or a setting counts at once. */

/**
 * "in" is signed in. For staff there may be more to do: "provider", sign in with the university's provider instead;
 * "factor", give a code of the second factor; "enrol", set one up. Until then the session opens nothing else.
 */
export type Standing = "in" | "provider" | "factor" | "enrol";

export type SessionFacts = {
  staff: boolean;
  byProvider: boolean;
  /** An administrator lets this person sign in by e-mail although there is a provider. */
  linkAllowed: boolean;
  hasFactor: boolean;
  factorGiven: boolean;
};

/** What this site asks of its staff. */
export type StaffRules = { provider: boolean; factorRequired: boolean };

/** Participants and applicants sign in by e-mail alone; staff see other people's records (docs/security.md, 12). */
export function standingOf(session: SessionFacts, rules: StaffRules): Standing {
  // The provider asks for its own second factor.
  if (!session.staff || session.byProvider) return "in";
  if (rules.provider && !session.linkAllowed) return "provider";
  if (session.hasFactor) return session.factorGiven ? "in" : "factor";
  return rules.factorRequired ? "enrol" : "in";
}
