import { YourAnswers } from "@/components/eligibility/your-answers";
import { Apply } from "@/components/prospectus/apply";
import { Prose } from "@/components/prospectus/prose";
import { ScholarshipNews } from "@/components/prospectus/scholarship-news";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { CohortSituation } from "@/lib/cohorts/schema";
import type { eligibilityFacts } from "@/lib/eligibility/funding";
import type { Outcome } from "@/lib/eligibility/outcome";
import type { Answers } from "@/lib/eligibility/schema";
import type { PublicNotice } from "@/lib/funding/queries";
import { renderMarkdown } from "@/lib/markdown";
import { feeInWords, type Prospectus } from "@/lib/programmes/schema";

type Facts = Awaited<ReturnType<typeof eligibilityFacts>>;
type Props = {
  programme: Prospectus;
  answers: Answers;
  outcome: Outcome<Facts["rules"][number], Facts["others"][number]>;
  partners: Facts["partners"];
  situation: CohortSituation;
  notices: readonly PublicNotice[];
};

/** The end of the path: whether it suits, the cost, the funding, what to prepare, and the next step. */
export function Result({ programme, answers, outcome, partners, situation, notices }: Props) {
  const { fit, route, cost, funding } = outcome;
  const { shortName, contactEmail } = programme;
  const mail = <a href={`mailto:${contactEmail}`}>{contactEmail}</a>;
  const applies = cost !== "partner" && (fit === "suited" || fit === "read");
  return (
    <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div className="grid max-w-prose gap-8">
        <section className="grid gap-2">
          <h2>Does it suit me?</h2>
          {fit === "suited" ? <p>Yes. {shortName} is made for the role you named.</p> : null}
          {fit === "read" ? <p>Compare your role with whom it is for: {programme.audience}</p> : null}
          {route ? (
            <p>
              Another of our programmes fits better:{" "}
              <a href={`/programmes/${route.slug}`}>
                {route.title} ({route.shortName})
              </a>
              .
            </p>
          ) : null}
          {fit === "none" ? (
            <p>
              {shortName} is made for another role, and none of the programmes we offer now is made for yours.
              Write to {mail} if you are not sure.
            </p>
          ) : null}
        </section>
        <section className="grid gap-2">
          <h2>What it costs me</h2>
          {cost === "fee" ? (
            <p>
              {feeInWords(programme)}.{" "}
              {answers.setting === "independent" ? "Independent schools in England pay the same fee." : null}{" "}
              {answers.payer === "scholarship" ? "Without a scholarship, you or your school pays it." : null}
            </p>
          ) : null}
          {cost === "ask" ? (
            <p>The published fee is for schools and participants in England. Write to {mail} for yours.</p>
          ) : null}
          {cost === "partner" ? (
            <>
              <p>
                British international schools take the programme through an international delivery partner,
                who tells you the fee and takes your application. Please do not apply here.
              </p>
              {partners.length === 0 ? <p>Write to {mail} and we name your partner.</p> : null}
              <ul className="mt-2 flex flex-wrap gap-3">
                {partners.map(({ name, url }) => (
                  <li key={url}>
                    <ButtonLink href={url}>{name}</ButtonLink>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </section>
        {cost === "fee" ? (
          <section className="grid gap-2">
            <h2>Scholarship funding</h2>
            {[...funding.holds, ...funding.depends].map((rule) => (
              <div key={rule.name} className="mt-2 grid gap-1">
                <h3>
                  {rule.name}: {funding.holds.includes(rule) ? "may apply to you" : "depends on your school"}
                </h3>
                {funding.depends.includes(rule) ? (
                  <p>Your school has to be on the list {rule.listName}.</p>
                ) : null}
                <Prose html={renderMarkdown(rule.explanation)} />
              </div>
            ))}
            {funding.holds.length + funding.depends.length === 0 ? (
              <p>
                No funding that we have published applies to your answers today
                {answers.number ? `, and ${answers.number} is on no list that we hold` : ""}.{" "}
                {notices.length === 0 ? programme.scholarshipNote : null}
              </p>
            ) : null}
            <ScholarshipNews
              slug={programme.slug}
              notices={(applies ? notices : []).map(({ id, since, body }) => ({
                id,
                since,
                html: renderMarkdown(body),
              }))}
            />
          </section>
        ) : null}
        {applies ? <Prepare /> : null}
      </div>
      <div className="grid gap-5">
        {applies ? (
          <Card labelledBy="next-step">
            <h2 id="next-step">Next step</h2>
            <Apply situation={situation} slug={programme.slug} />
          </Card>
        ) : null}
        <Card labelledBy="answers">
          <h2 id="answers">Your answers</h2>
          <YourAnswers answers={answers} path={`/programmes/${programme.slug}/is-it-for-me`} />
        </Card>
      </div>
    </div>
  );
}

function Prepare() {
  return (
    <section className="grid gap-2">
      <h2>What to prepare</h2>
      <ul className="grid list-disc gap-1 pl-6">
        <li>Your teacher reference number (TRN), seven digits</li>
        <li>The URN of your school or trust</li>
        <li>The name and e-mail address of your sponsor: your line manager or chair of trustees</li>
        <li>Who your NPQ mentor could be: somebody who can talk with you through it all</li>
        <li>How the fee will be paid</li>
        <li>Three short statements: why this programme, a change you have led, what you will do with it</li>
      </ul>
    </section>
  );
}
