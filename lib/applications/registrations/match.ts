import { type ApplicationState, STATE_WORDS } from "../schema";
import type { MatchedBy } from "../schema-registrations";

/**
 * Which application a registration belongs to. A TRN goes before an e-mail address; where the two point at different
 * applications, nobody is guessed. Pure: candidates in, a match or the reason why there is none out.
 */

/** An application with the registration's TRN or address, in whatever state and cohort. */
export type Candidate = {
  id: string;
  reference: string;
  cohortId: string;
  cohortName: string;
  state: ApplicationState;
  trn: string | null;
  email: string;
  /** DfE's identifier of the registration that it is matched to; null while there is none. */
  registered: string | null;
};

export type Match =
  | { kind: "matched"; application: Candidate; by: MatchedBy }
  | { kind: "conflict"; why: string }
  | { kind: "unmatched"; why: string };

type Asked = { dfeId: string; trn: string | null; email: string };

const ENDED: readonly ApplicationState[] = ["withdrawn", "rejected", "declined", "expired"];
const conflict = (why: string): Match => ({ kind: "conflict", why });

/** Decides about one registration for a cohort. Drafts are not among the candidates: they are matched when sent. */
export function matchOf(
  { dfeId, trn, email }: Asked,
  candidates: readonly Candidate[],
  cohortId: string,
): Match {
  const live = candidates.filter((each) => each.cohortId === cohortId && !ENDED.includes(each.state));
  const byTrn = live.filter((each) => trn !== null && each.trn === trn);
  const byEmail = live.filter((each) => email !== "" && each.email === email);
  if (byTrn.length > 1)
    return conflict(`${names(byTrn)} give the same TRN, and only one of them can be meant`);
  const [named] = byTrn;
  const [written] = byEmail;
  const application = named ?? written;
  if (!application) return { kind: "unmatched", why: elsewhere(candidates, cohortId) };
  if (named && written && named.id !== written.id)
    return conflict(`The TRN is that of ${named.reference}, the e-mail address that of ${written.reference}`);
  if (!named && trn && application.trn)
    return conflict(`The e-mail address is that of ${application.reference}, which gives another TRN`);
  if (application.registered !== null && application.registered !== dfeId)
    return conflict(`${application.reference} has a registration already: ${application.registered}`);
  const by = named ? (written ? "trn and email" : "trn") : "email";
  return { kind: "matched", application, by };
}

/** Why nothing of this cohort matched, as far as an application elsewhere tells. */
function elsewhere(candidates: readonly Candidate[], cohortId: string): string {
  const ended = candidates.find((each) => each.cohortId === cohortId);
  if (ended) return `${ended.reference} is over: ${STATE_WORDS[ended.state]}`;
  const other = candidates.find((each) => !ENDED.includes(each.state));
  if (other) return `The application is for another cohort: ${other.reference}, ${other.cohortName}`;
  return "Nobody with this TRN or e-mail address has applied for this cohort";
}

function names(applications: readonly Candidate[]): string {
  const references = applications.map(({ reference }) => reference);
  return `${references.slice(0, -1).join(", ")} and ${references.at(-1)}`;
}
