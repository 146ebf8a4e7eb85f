import { notFound } from "next/navigation";
import { forecastOf } from "@/components/engagement/forecast";
import { ActionForm } from "@/components/forms/action-form";
import { ChangeFields } from "@/components/status/change-fields";
import { ChangeEffect } from "@/components/status/effect";
import { STATE_NAMES } from "@/components/status/words";
import { PageHeading } from "@/components/ui/page-heading";
import { dayInLondon } from "@/lib/dates";
import { overallSentence } from "@/lib/engagement/sentences";
import { DEFERRAL_REASONS, WITHDRAWAL_REASONS } from "@/lib/enrolments/schema";
import { headingOf } from "@/lib/status-changes/emails";
import { CHANGE_WORDS, changeQuestion, REASON_WORDS } from "@/lib/status-changes/schema";
import { kindWords } from "@/lib/status-changes/words";
import { change } from "../actions";
import { findStanding, type Params } from "../find";
import { TransferPage } from "./transfer";

type Props = {
  params: Promise<Params & { change: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const choices = (codes: readonly (keyof typeof REASON_WORDS)[]) =>
  codes.map((code) => ({ value: code, label: REASON_WORDS[code] }));
const REASONS = { deferral: choices(DEFERRAL_REASONS), withdrawal: choices(WITHDRAWAL_REASONS) } as const;

export default async function ChangePage({ params, searchParams }: Props) {
  const asked = await params;
  const kind = changeQuestion.safeParse(asked.change).data ?? notFound();
  const found = await findStanding(asked, `/${kind}`);
  const { standing, cohort, home, at } = found;
  const { person, allowed, missing } = standing;
  const { title, submit, what } = CHANGE_WORDS[kind];
  const heading = `${title}: ${person.fullName}`;
  const open = allowed.includes(kind);
  return (
    <div className="max-w-prose">
      <PageHeading title={heading} caption={what} back={{ href: home, label: "State of the enrolment" }} />
      {open ? null : (
        <>
          <title>{`${heading} - UCL Centre for Educational Leadership`}</title>
          <p>They are {STATE_NAMES[person.state]}, so this cannot be done now.</p>
        </>
      )}
      {open && kind === "transfer" ? (
        <TransferPage found={found} question={await searchParams} title={heading} />
      ) : null}
      {open && kind !== "transfer" ? (
        <>
          <ChangeEffect
            change={kind}
            standing={standing}
            sentences={{
              overall: overallSentence(person.engagement),
              forecast: forecastOf(person.engagement),
            }}
          />
          <ActionForm
            action={change.bind(null, { cohortId: cohort.id, enrolmentId: person.enrolmentId }, kind)}
            title={heading}
            submitLabel={submit}
            submitVariant={kind === "withdrawal" ? "warning" : "primary"}
            hidden={{ fromState: person.state }}
            aside={<a href={home}>Leave it as it is</a>}
          >
            <ChangeFields
              today={dayInLondon(at)}
              {...(kind === "deferral" || kind === "withdrawal" ? { reasons: REASONS[kind] } : {})}
              override={kind === "completion" && missing.length > 0}
              subject={headingOf(kind, cohort.programme.shortName)}
              fullName={person.fullName}
              words={kindWords(kind, { programme: cohort.programme.shortName, cohortName: cohort.name })}
            />
          </ActionForm>
        </>
      ) : null}
    </div>
  );
}
