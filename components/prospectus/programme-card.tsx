import { ButtonLink } from "@/components/ui/button";
import type { CohortSituation } from "@/lib/cohorts/schema";
import { longDate, monthAndYear } from "@/lib/dates";
import { type ProgrammeCard as Programme, pounds, vatOn } from "@/lib/programmes/schema";
import { kindOf } from "./kind";

/** A programme on the home page: what it is, what it asks, where its next cohort stands. */
export function ProgrammeCard({
  programme,
  situation,
  level: Heading = "h3",
}: {
  programme: Programme;
  situation: CohortSituation;
  /** The heading's level on the page. */
  level?: "h2" | "h3";
}) {
  const { slug, title, shortName, summary, feePence, vatPercent } = programme;
  const facts = [
    `${programme.durationMonths} months`,
    `${programme.learningMinutes / 60} hours`,
    ...(programme.residentialPlaces.length > 0
      ? [`residentials in ${programme.residentialPlaces.join(" or ")}`]
      : []),
    `${pounds(feePence)} + VAT (${pounds(feePence + vatOn(feePence, vatPercent))})`,
  ];
  return (
    <article className="card programme-card">
      <div>
        <p className="text-muted">
          {kindOf(programme)} · {shortName}
        </p>
        <Heading>
          <a href={`/programmes/${slug}`}>{title}</a>
        </Heading>
        <p className="programme-summary">{summary}</p>
        <ul className="programme-facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </div>
      <div className="programme-next">
        <p>{nextInWords(situation)}</p>
        <ButtonLink href={`/programmes/${slug}`}>Read the prospectus</ButtonLink>
      </div>
    </article>
  );
}

function nextInWords(situation: CohortSituation): string {
  const { cohort } = situation;
  if (!cohort) return "No cohort is planned just now.";
  const starts = `${cohort.name} starts in ${monthAndYear(cohort.startsOn)}.`;
  switch (situation.state) {
    case "open":
      return `${starts} Apply by ${longDate(situation.closesOn)}.`;
    case "full":
      return `${starts} Every place is taken; the waiting list is open until ${longDate(situation.closesOn)}.`;
    case "opens_on":
      return `${starts} Applications open on ${longDate(situation.opensOn)}.`;
    case "closed":
      return `No cohort is taking applications just now; the last was ${cohort.name}.`;
  }
}
