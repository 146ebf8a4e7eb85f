import { forecastOf } from "@/components/engagement/forecast";
import { ActionForm } from "@/components/forms/action-form";
import { ChangeFields } from "@/components/status/change-fields";
import { CarriedEffect } from "@/components/status/effect";
import { TransferTargets } from "@/components/status/transfer-targets";
import { dayInLondon } from "@/lib/dates";
import { overallSentence } from "@/lib/engagement/sentences";
import { headingOf } from "@/lib/status-changes/emails";
import { CHANGE_WORDS, transferQuestion } from "@/lib/status-changes/schema";
import { transferEffect, transferElsewhere, transferTargets } from "@/lib/status-changes/transfer-queries";
import { kindWords } from "@/lib/status-changes/words";
import { transfer } from "../actions";
import type { findStanding } from "../find";

type Props = {
  found: Awaited<ReturnType<typeof findStanding>>;
  question: Record<string, string | string[] | undefined>;
  title: string;
};

/** First the cohort, by a link; then what would be carried over there, and the form. */
export async function TransferPage({ found, question, title }: Props) {
  const { actor, cohort, participant, home, at, standing } = found;
  const targets = await transferTargets(actor, cohort.id);
  const { to } = transferQuestion.parse(question);
  const chosen = targets.find(({ id }) => id === to);
  if (!chosen) {
    const elsewhere = await transferElsewhere(actor, cohort.id);
    return <TransferTargets {...{ targets, elsewhere, title }} address={`${home}/transfer`} />;
  }
  const effect = await transferEffect(participant, chosen.id, at);
  const programme = cohort.programme.shortName;
  const { fullName, enrolmentId, state } = standing.person;
  return (
    <>
      <CarriedEffect
        effect={effect}
        cohortName={chosen.name}
        sentences={{
          overall: overallSentence(effect.engagement),
          forecast: forecastOf(effect.engagement),
        }}
      />
      <ActionForm
        action={transfer.bind(null, { cohortId: cohort.id, enrolmentId })}
        title={title}
        submitLabel={CHANGE_WORDS.transfer.submit}
        hidden={{ fromState: state, toCohortId: chosen.id }}
        aside={<a href={`${home}/transfer`}>Choose another cohort</a>}
      >
        <ChangeFields
          today={dayInLondon(at)}
          subject={headingOf("transfer", programme)}
          fullName={fullName}
          words={kindWords("transfer", { programme, cohortName: cohort.name, toCohortName: chosen.name })}
        />
      </ActionForm>
    </>
  );
}
