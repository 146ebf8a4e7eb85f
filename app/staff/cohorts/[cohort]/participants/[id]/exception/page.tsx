import { ReasonField } from "@/components/engagement/entry-fields";
import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { overallSentence } from "@/lib/engagement/sentences";
import { except } from "../actions";
import { findParticipant, type Params } from "../find";

/** Whether the summative assessment opens for somebody below the programme's line. */
export default async function ExceptionPage({ params }: { params: Promise<Params> }) {
  const { person, home, whom } = await findParticipant(await params, "/exception");
  const { exception, engagement, fullName } = person;
  const title = exception ? "Take back the exception" : "Let them take the assessment below the line";
  return (
    <div className="max-w-prose">
      <PageHeading title={title} caption={fullName} back={{ href: home, label: fullName }} />
      <p className="mb-4">
        The summative assessment opens at {engagement.thresholdPercent}% engagement.{" "}
        {overallSentence(engagement)}
      </p>
      <p className="mb-4">
        {exception
          ? "There is an exception for them now. Without it the assessment opens once they reach the line."
          : "With an exception it opens for them all the same. What they have and have not done stays as it is."}
      </p>
      <ActionForm
        action={except.bind(null, whom)}
        title={title}
        submitLabel={exception ? "Take it back" : "Record the exception"}
        hidden={{ granted: exception ? "no" : "yes" }}
        aside={<a href={home}>Leave it as it is</a>}
      >
        <ReasonField hint="It stays in their file, with your name and the time." />
      </ActionForm>
    </div>
  );
}
