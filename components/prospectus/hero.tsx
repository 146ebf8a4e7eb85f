import type { CohortSituation } from "@/lib/cohorts/schema";
import { monthAndYear, shortDate } from "@/lib/dates";
import { type Prospectus, pounds } from "@/lib/programmes/schema";
import { Apply } from "./apply";

const hours = (minutes: number) => `${minutes / 60} hours`;
const either = (places: readonly string[]) => places.join(" or ");

/** The first screen: what it is, for whom, and the facts that decide. */
export function Hero({ programme, situation }: { programme: Prospectus; situation: CohortSituation }) {
  const facts = [
    startOf(situation),
    {
      term: "Length",
      fact: `${programme.durationMonths} months`,
      more: `${hours(programme.learningMinutes)}, then an eight-day case study`,
    },
    {
      term: "Residentials",
      fact: either(programme.residentialPlaces),
      more: "two, and one face-to-face event between them",
    },
    {
      term: "Fee",
      fact: `${pounds(programme.feePence)} + VAT`,
      more: `${pounds(programme.feeWithVatPence)} in all; scholarships may be available`,
    },
  ];
  return (
    <div className="hero panel">
      <div className="wrap hero-inner">
        <div>
          <p className="hero-kicker">
            {programme.qualification} · {programme.shortName}
          </p>
          <h1>{programme.title}</h1>
          <p className="hero-lead">{programme.summary}</p>
          <div className="hero-actions">
            <Apply situation={situation} contactEmail={programme.contactEmail} />
            <a href="#is-it-for-me">Is it for me?</a>
          </div>
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
