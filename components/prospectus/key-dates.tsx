import type { CohortSituation } from "@/lib/cohorts/schema";
import { longDate, monthRange } from "@/lib/dates";
import { type Prospectus, pounds } from "@/lib/programmes/schema";
import type { PublicRouteMap } from "@/lib/route-map/schema";

/** What is known of a kind's place beside its months. */
const KINDS = new Set(["induction", "residential", "face_to_face_event", "summative_assessment"]);

/** The months that decide whether one can come: from the cohort's own milestones, in the order they begin. */
export function KeyDates({
  programme,
  map,
  situation,
}: {
  programme: Prospectus;
  map: PublicRouteMap;
  situation: CohortSituation;
}) {
  const { cohort } = situation;
  const dates = map.items
    .flatMap(({ number, kind, title, opensOn, closesOn }) =>
      KINDS.has(kind) && opensOn && closesOn ? [{ number, kind, title, opensOn, closesOn }] : [],
    )
    .sort((a, b) => (a.opensOn < b.opensOn ? -1 : a.opensOn > b.opensOn ? 1 : a.number - b.number));
  if (!cohort || map.cohort?.id !== cohort.id || dates.length === 0) return null;
  const { applicationsOpen: from, applicationsClose: to } = cohort;
  const places = programme.residentialPlaces.join(" or ");
  return (
    <>
      <h3 className="mt-6">Key dates of {cohort.name}</h3>
      <dl className="key-dates">
        {from && to ? (
          <div>
            <dt>Applications</dt>
            <dd>
              {longDate(from)} to {longDate(to)}
            </dd>
          </div>
        ) : null}
        {dates.map(({ number, kind, title, opensOn, closesOn }) => (
          <div key={number}>
            <dt>{title}</dt>
            <dd>
              {monthRange(opensOn, closesOn)}
              {kind === "residential" && places ? <small>{places}</small> : null}
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-muted">
        Where two months are named, it falls in one of them or between. The days are confirmed to
        participants.
      </p>
    </>
  );
}

/** The fee as a sum: what is asked, the VAT on it, and what is paid. */
export function FeeSum({ programme }: { programme: Prospectus }) {
  const { feePence, vatPercent, vatPence, feeWithVatPence } = programme;
  return (
    <table className="hours-table">
      <caption className="sr-only">The fee with VAT</caption>
      <tbody>
        <tr>
          <th scope="row">Fee</th>
          <td className="num">{pounds(feePence)}</td>
        </tr>
        <tr>
          <th scope="row">VAT at {vatPercent}%</th>
          <td className="num">{pounds(vatPence)}</td>
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">In all</th>
          <td className="num">{pounds(feeWithVatPence)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
