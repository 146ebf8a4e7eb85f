import { RadioGroup, TextArea, TextField } from "@/components/forms/fields";
import { type Answers, STATEMENT_LIMIT, type Step } from "@/lib/applications/schema-answers";
import {
  DFE_REGISTRATIONS,
  DFE_WORDS,
  FUNDING_ROUTES,
  FUNDING_WORDS,
} from "@/lib/applications/schema-choices";

/** The questions of each step. In a draft every answer may wait; what is needed is said before it is sent. */
export function StepFields({ step, answers }: { step: Step; answers: Answers }) {
  if (step === "about") return <AboutFields answers={answers} />;
  return step === "work" ? <WorkFields answers={answers} /> : <ReasonsFields answers={answers} />;
}

function AboutFields({ answers }: { answers: Answers }) {
  return (
    <>
      <TextField
        name="fullName"
        label="Full name"
        autoComplete="name"
        maxLength={120}
        defaultValue={answers.fullName}
      />
      <TextField
        name="trn"
        label="Teacher reference number (TRN)"
        hint="Seven digits, with or without RP or spaces. You can add it later; we need it before you start."
        optional
        inputMode="numeric"
        width="short"
        maxLength={30}
        defaultValue={answers.trn ?? ""}
      />
      <RadioGroup
        name="dfeRegistration"
        legend="Have you registered for an NPQ with the Department for Education?"
        hint="Every participant has to. It is a separate, short form on GOV.UK, and it does not hold up this application."
        options={DFE_REGISTRATIONS.map((value) => ({ value, label: DFE_WORDS[value] }))}
        defaultValue={answers.dfeRegistration ?? ""}
      />
    </>
  );
}

function WorkFields({ answers }: { answers: Answers }) {
  return (
    <>
      <TextField
        name="workplace"
        label="Your school or trust"
        autoComplete="organization"
        maxLength={160}
        defaultValue={answers.workplace}
      />
      <TextField
        name="jobTitle"
        label="Your role"
        autoComplete="organization-title"
        maxLength={120}
        defaultValue={answers.jobTitle}
      />
      <RadioGroup
        name="fundingRoute"
        legend="Who pays?"
        hint="If you work in a British international school, do not apply here: our international delivery partner takes your application. Write to npq@ucl.ac.uk and we will send you their link."
        options={FUNDING_ROUTES.map((value) => ({ value, label: FUNDING_WORDS[value] }))}
        defaultValue={answers.fundingRoute ?? ""}
      />
      <TextField
        name="sponsorName"
        label="Your sponsor's name"
        hint="Your line manager; for an executive head, the chair of trustees."
        maxLength={120}
        defaultValue={answers.sponsorName}
      />
      <TextField
        name="sponsorEmail"
        label="Your sponsor's e-mail address"
        type="email"
        inputMode="email"
        maxLength={254}
        defaultValue={answers.sponsorEmail}
      />
    </>
  );
}

function ReasonsFields({ answers }: { answers: Answers }) {
  return (
    <TextArea
      name="statement"
      label="Why this programme, and why now?"
      hint="Tell us about the schools you lead or hope to lead, what you want to change there, and how your trust will make time for it."
      rows={12}
      words={500}
      maxLength={STATEMENT_LIMIT}
      defaultValue={answers.statement}
    />
  );
}
