import { CheckboxGroup, RadioGroup, TextField } from "@/components/forms/fields";
import type { Answers } from "@/lib/applications/schema-answers";
import {
  FUNDING_ROUTES,
  FUNDING_WORDS,
  INTERNATIONAL,
  INTERNATIONAL_WORDS,
  SPONSOR_PART_WORDS,
  SPONSOR_PARTS,
  SPONSOR_ROLE_WORDS,
  SPONSOR_ROLES,
} from "@/lib/applications/schema-choices";

/** The pages about who pays and who supports the applicant. */

const HINTS: Record<string, string> = {
  school_or_trust: "We ask for the invoice's details when you accept an offer.",
  scholarship: "Scholarships are few. We tell you with the offer whether your place is funded.",
};

export function FundingFields({ answers }: { answers: Answers }) {
  const routes = FUNDING_ROUTES.map((value) => {
    const hint = HINTS[value];
    return { value, label: FUNDING_WORDS[value], ...(hint ? { hint } : {}) };
  });
  const international = {
    value: INTERNATIONAL,
    label: INTERNATIONAL_WORDS,
    hint: "An international delivery partner takes your application; the next page says which.",
  };
  return (
    <RadioGroup
      name="fundingRoute"
      legend="Who pays the fee?"
      options={[...routes, international]}
      defaultValue={answers.fundingRoute ?? ""}
    />
  );
}

export function SponsorFields({ answers }: { answers: Answers }) {
  return (
    <>
      <p className="mb-5">
        Your sponsor says that your school or trust stands behind you and gives you the time. When you send
        your application, we e-mail them a link. Please tell them before.
      </p>
      <RadioGroup
        name="sponsorRole"
        legend="Who is your sponsor?"
        hint="Your line manager. If you lead the trust or its schools, the chair of trustees."
        options={SPONSOR_ROLES.map((value) => ({ value, label: SPONSOR_ROLE_WORDS[value] }))}
        defaultValue={answers.sponsorRole ?? ""}
      />
      <TextField
        name="sponsorName"
        label="Your sponsor's name"
        maxLength={120}
        defaultValue={answers.sponsorName}
      />
      <TextField
        name="sponsorEmail"
        label="Your sponsor's e-mail address"
        hint="Their own address at work, not a shared one."
        type="email"
        inputMode="email"
        maxLength={254}
        defaultValue={answers.sponsorEmail}
      />
      <CheckboxGroup
        name="sponsorSees"
        legend="Which parts may your sponsor read?"
        hint="They always see your name and the programme, and never what you need for the residential. Leave all unticked if you would rather show nothing else."
        options={SPONSOR_PARTS.map((value) => ({ value, label: SPONSOR_PART_WORDS[value] }))}
        defaultValues={answers.sponsorSees}
      />
    </>
  );
}

export function MentorFields({ answers }: { answers: Answers }) {
  const { mentorIsSponsor, mentorName, mentorEmail, mentorJobTitle } = answers;
  return (
    <>
      <p className="mb-5">
        Your NPQ mentor works near you and talks with you through the 18 months: they confirm the check-ins
        and say at the end what has changed. You can name another person later.
      </p>
      <RadioGroup
        name="mentorIsSponsor"
        legend="Is your mentor the same person as your sponsor?"
        options={[
          { value: "yes", label: "Yes, the same person" },
          { value: "no", label: "No, somebody else" },
        ]}
        defaultValue={mentorIsSponsor === null ? "" : mentorIsSponsor ? "yes" : "no"}
      />
      <div className="when-somebody-else">
        <TextField
          name="mentorName"
          label="Your mentor's name"
          hint="Only if it is somebody else."
          maxLength={120}
          defaultValue={mentorName}
        />
        <TextField
          name="mentorJobTitle"
          label="Your mentor's job title"
          maxLength={120}
          defaultValue={mentorJobTitle}
        />
        <TextField
          name="mentorEmail"
          label="Your mentor's e-mail address"
          type="email"
          inputMode="email"
          maxLength={254}
          defaultValue={mentorEmail}
        />
      </div>
    </>
  );
}
