import { notFound } from "next/navigation";
import { QuestionForm } from "@/components/eligibility/question-form";
import { PageHeading } from "@/components/ui/page-heading";
import { now } from "@/lib/clock";
import { cohortSituation } from "@/lib/cohorts/queries";
import { dayInLondon } from "@/lib/dates";
import { pathFor, stepFrom } from "@/lib/eligibility/answers";
import { eligibilityFacts } from "@/lib/eligibility/funding";
import { outcomeOf } from "@/lib/eligibility/outcome";
import type { Answers, QuestionName } from "@/lib/eligibility/schema";
import { publicNotices } from "@/lib/funding/queries";
import { prospectus } from "@/lib/programmes/queries";
import { Result } from "./result";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: Props) {
  const found = await prospectus((await params).programme, now());
  if (!found) return {};
  const { problem } = stepFrom(await searchParams);
  return {
    title: `${problem ? "Error: " : ""}Is ${found.shortName} for me?`,
    description: `A few questions on whether ${found.title} suits you, what it costs and whether it may be funded.`,
    alternates: { canonical: `/programmes/${found.slug}/is-it-for-me` },
  };
}

export default async function IsItForMePage({ params, searchParams }: Props) {
  const at = now();
  const programme = (await prospectus((await params).programme, at)) ?? notFound();
  const asked = await searchParams;
  const { answers, ask, problem } = stepFrom(asked);
  const given = ask ? asked[ask] : undefined;
  const typed = typeof given === "string" ? given.slice(0, 40) : "";
  const facts = ask ? null : await eligibilityFacts(programme.id, answers, at);
  return (
    <div className="wrap pb-14">
      <PageHeading
        title={`Is ${programme.shortName} for me?`}
        caption={ask ? whichQuestion(ask, answers) : "What your answers come to"}
        back={{
          href: `/programmes/${programme.slug}`,
          label: `${programme.title} (${programme.shortName})`,
        }}
      />
      {facts ? (
        <Result
          programme={programme}
          answers={answers}
          outcome={outcomeOf(answers, { programme, ...facts }, dayInLondon(at))}
          partners={facts.partners}
          situation={await cohortSituation(programme.id, at)}
          notices={await publicNotices(programme.id, at)}
        />
      ) : ask ? (
        <QuestionForm {...{ ask, answers, problem, typed }} />
      ) : null}
    </div>
  );
}

/** "Question 2 of 4": as far as the answers so far tell. */
function whichQuestion(ask: QuestionName, answers: Answers): string {
  const path = pathFor(answers);
  return `Question ${path.indexOf(ask) + 1} of ${path.length}. We keep none of your answers.`;
}
