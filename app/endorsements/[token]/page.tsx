import { notFound } from "next/navigation";
import { AnswerFields } from "@/components/endorsements/answer-fields";
import { AskedOfSchool } from "@/components/endorsements/asked-of-school";
import { SettledAsking } from "@/components/endorsements/settled-asking";
import { SharedParts } from "@/components/endorsements/shared-parts";
import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { askingView } from "@/lib/applications/endorsement/asking";
import { now } from "@/lib/clock";
import { longDate, monthAndYear } from "@/lib/dates";
import { answer, askAgain } from "./actions";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EndorsementPage({ params, searchParams }: Props) {
  const { token } = await params;
  const asking = (await askingView(token, now())) ?? notFound();
  const { applicantName, sponsorName, programme, cohort, answerBy, standing } = asking;
  if (standing !== "waiting") {
    const { said } = await searchParams;
    const again = <ActionForm action={askAgain.bind(null, token)} submitLabel="Send me a new link" />;
    return <SettledAsking asking={asking} notTaken={said === "before"} again={again} />;
  }
  const title = `Will you endorse ${applicantName}’s application?`;
  return (
    <>
      <PageHeading
        title={title}
        caption={`${programme.shortName} ${programme.title}, ${cohort.name}, starting in ${monthAndYear(cohort.startsOn)}`}
      />
      <div className="grid items-start gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid max-w-prose gap-6">
          <p>
            Dear {sponsorName}, {applicantName} has applied for this programme and names you as sponsor: the
            line manager or, for an executive head, the chair of trustees. Please answer by{" "}
            <strong>{longDate(answerBy)}</strong>, 23:59. It takes about five minutes, and you need no
            account.
          </p>
          <SharedParts name={applicantName} parts={asking.shared} />
        </div>
        <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <AskedOfSchool programme={programme} cohort={cohort} />
        </div>
        <section aria-labelledby="your-answer" className="max-w-prose">
          <h2 id="your-answer" className="mb-4">
            Your answer
          </h2>
          <ActionForm action={answer.bind(null, token)} title={title} submitLabel="Send your answer">
            <AnswerFields name={applicantName} />
          </ActionForm>
        </section>
      </div>
    </>
  );
}
