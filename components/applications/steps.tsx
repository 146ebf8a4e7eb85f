import { CheckboxGroup, TextArea, TextField } from "@/components/forms/fields";
import type { Answers, Needs } from "@/lib/applications/schema-answers";
import { DECLARATION_WORDS, DECLARATIONS } from "@/lib/applications/schema-choices";
import { STATEMENT_LIMIT, type Step } from "@/lib/applications/schema-pages";
import { FundingFields, MentorFields, SponsorFields } from "./steps-support";
import { RegistrationFields, ResidentialFields, RoleFields, WorkplaceFields } from "./steps-you";

type Props = { step: Step; answers: Answers; needs: Needs };

/** The questions of each page. In a draft every answer may wait; what is needed is said before it is sent. */
export function StepFields({ step, answers, needs }: Props) {
  switch (step) {
    case "about":
      return <NameField answers={answers} />;
    case "registration":
      return <RegistrationFields answers={answers} />;
    case "workplace":
      return <WorkplaceFields answers={answers} />;
    case "role":
      return <RoleFields answers={answers} />;
    case "funding":
      return <FundingFields answers={answers} />;
    case "sponsor":
      return <SponsorFields answers={answers} />;
    case "mentor":
      return <MentorFields answers={answers} />;
    case "residential":
      return <ResidentialFields answers={answers} needs={needs} />;
    case "declarations":
      return <DeclarationFields answers={answers} />;
    default:
      return <StatementField step={step} answers={answers} />;
  }
}

function NameField({ answers }: { answers: Answers }) {
  return (
    <TextField
      name="fullName"
      label="Full name"
      hint="As it should stand on your certificate."
      autoComplete="name"
      maxLength={120}
      defaultValue={answers.fullName}
    />
  );
}

function StatementField({ step, answers }: { step: Step; answers: Answers }) {
  const statement = answers.statements.find(({ key }) => `statement-${key}` === step);
  if (!statement) return null;
  const { guidance, minWords, maxWords, heading, body } = statement;
  return (
    <>
      <p className="mb-4">{guidance}</p>
      <TextArea
        name="statement"
        label="Your answer"
        hint={`Write ${minWords} to ${maxWords} words under “${heading}”. You can write elsewhere and paste it here.`}
        rows={14}
        words={maxWords}
        maxLength={STATEMENT_LIMIT}
        defaultValue={body}
      />
    </>
  );
}

function DeclarationFields({ answers }: { answers: Answers }) {
  return (
    <CheckboxGroup
      name="declarations"
      legend="I declare that"
      hint={
        <>
          We need all four before you can send the application. The fee and the time are binding only when you
          accept an offer. The <a href="/privacy">privacy notice</a> says what we keep and who reads it.
        </>
      }
      options={DECLARATIONS.map((value) => ({ value, label: DECLARATION_WORDS[value] }))}
      defaultValues={answers.declarations}
    />
  );
}
