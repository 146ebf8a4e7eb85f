import type { CohortSituation } from "@/lib/cohorts/schema";
import { monthAndYear, shortDate } from "@/lib/dates";
import { type Prospectus, pounds } from "@/lib/programmes/schema";
import type { RouteMapMilestone } from "@/lib/route-map/schema";
import type { NextWebinar } from "@/lib/webinars/views";
import { Apply } from "./apply";
import { hasAssessment, meetingsInWords } from "./in-words";
import { kindOf } from "./kind";

const hours = (minutes: number) => `${minutes / 60} hours`;
const either = (places: readonly string[]) => places.join(" or ");

/** The first screen: what it is, for whom, and the facts that decide. */
export function Hero({
  programme,
  situation,
  items,
  webinar,
}: {
  programme: Prospectus;
  situation: CohortSituation;
  /** The route map's items, to count. */
  items: readonly RouteMapMilestone[];
  /** The next one to hear more in, if there is one. */
  webinar?: NextWebinar | null | undefined;
}) {
  const meetings = meetingsInWords(items);
  const facts = [
    startOf(situation),
    {
      term: "Length",
      fact: `${programme.durationMonths} months`,
      more: `${hours(programme.learningMinutes)}${hasAssessment(items) ? ", then the final assessment" : ""}`,
    },
    ...(programme.residentialPlaces.length > 0
      ? [{ term: "In person", fact: either(programme.residentialPlaces), more: meetings }]
      : [{ term: "Where", fact: meetings ? "In person" : "Online", more: meetings }]),
    {
      term: "Fee",
      fact: `${pounds(programme.feePence)} + VAT`,
      more: `${pounds(programme.feeWithVatPence)} in all`,
    },
  ];
  return (
    <div className="hero panel">
      <div className="wrap hero-inner">
        <div>
          <p className="hero-kicker">
            {kindOf(programme)} · {programme.shortName}
          </p>
          <h1>{programme.title}</h1>
          <p className="hero-lead">{programme.summary}</p>
          <div className="hero-actions">
            <Apply situation={situation} slug={programme.slug} />
            <a href="#is-it-for-me">Is it for me?</a>
          </div>
          {webinar ? (
            <p className="hero-note mt-5">
              Hear more online: <a href={`/webinars/${webinar.id}`}>{webinar.title}</a>, {webinar.when}
            </p>
          ) : null}
        </div>
        <dl className="facts">
          {facts.map(({ term, fact, more }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                {fact}
                {more ? <small>{more}</small> : null}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}

function startOf(situation: CohortSituation): { term: string; fact: string; more: string } {
  const { cohort } = situation;
  if (!cohort) return { term: "Starts", fact: "To be announced", more: "" };
  const fact = monthAndYear(cohort.startsOn);
  if (situation.state === "open" || situation.state === "full")
    return { term: "Starts", fact, more: `applications close ${shortDate(situation.closesOn)}` };
  if (situation.state === "opens_on")
    return { term: "Starts", fact, more: `applications open ${shortDate(situation.opensOn)}` };
  return { term: "Starts", fact, more: `${cohort.name}; applications are closed` };
}
