import { RadioGroup, TextArea, TextField } from "@/components/forms/fields";
import type { Answers, Needs } from "@/lib/applications/schema-answers";
import {
  DFE_REGISTRATIONS,
  DFE_WORDS,
  LEADERSHIP_ROLES,
  LEADERSHIP_WORDS,
} from "@/lib/applications/schema-choices";
import { EXPERIENCE_WORDS, NEEDS_LIMIT } from "@/lib/applications/schema-pages";

/** The pages about the applicant and their work. */

export function RegistrationFields({ answers }: { answers: Answers }) {
  return (
    <>
      <RadioGroup
        name="dfeRegistration"
        legend="Have you registered for an NPQ with the Department for Education?"
        hint="Every participant has to. It is a separate, short form on GOV.UK, and it does not hold up this application."
        options={DFE_REGISTRATIONS.map((value) => ({ value, label: DFE_WORDS[value] }))}
        defaultValue={answers.dfeRegistration ?? ""}
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
    </>
  );
}

/** Typed by hand: a place that the national register does not have. */
export function WorkplaceFields({ answers }: { answers: Answers }) {
  const typed = answers.workplaceKind === "by_hand" || answers.workplaceKind === null;
  return (
    <>
      <TextField
        name="workplace"
        label="Name of your school or trust"
        autoComplete="organization"
        maxLength={200}
        defaultValue={typed ? answers.workplace : ""}
      />
      <TextField
        name="workplaceTown"
        label="Town or city"
        autoComplete="address-level2"
        width="medium"
        maxLength={80}
        defaultValue={typed ? answers.workplaceTown : ""}
      />
      <TextField
        name="workplacePostcode"
        label="Postcode"
        optional
        autoComplete="postal-code"
        width="short"
        maxLength={10}
        defaultValue={typed ? answers.workplacePostcode : ""}
      />
    </>
  );
}

export function RoleFields({ answers }: { answers: Answers }) {
  const { jobTitle, leadershipRole, leadershipYears, schoolsLed, experience } = answers;
  return (
    <>
      <TextField
        name="jobTitle"
        label="Your job title"
        autoComplete="organization-title"
        maxLength={120}
        defaultValue={jobTitle}
      />
      <RadioGroup
        name="leadershipRole"
        legend="Which is nearest to what you do?"
        options={LEADERSHIP_ROLES.map((value) => ({ value, label: LEADERSHIP_WORDS[value] }))}
        defaultValue={leadershipRole ?? ""}
      />
      <TextField
        name="leadershipYears"
        label="How many years have you led in schools?"
        hint="Whole years on a leadership team, in any school."
        inputMode="numeric"
        width="short"
        maxLength={4}
        defaultValue={leadershipYears === null ? "" : String(leadershipYears)}
      />
      <TextField
        name="schoolsLed"
        label="How many schools do you lead or support now?"
        hint="0 if none yet."
        inputMode="numeric"
        width="short"
        maxLength={4}
        defaultValue={schoolsLed === null ? "" : String(schoolsLed)}
      />
      <TextArea
        name="experience"
        label="Your leadership experience"
        hint="The roles you have held and what you answered for in each. A short list is enough."
        rows={8}
        words={EXPERIENCE_WORDS}
        maxLength={3000}
        defaultValue={experience}
      />
    </>
  );
}

export function ResidentialFields({ answers, needs }: { answers: Answers; needs: Needs }) {
  return (
    <>
      {answers.residentialPlaces.length > 0 ? (
        <RadioGroup
          name="residentialPlace"
          legend="Where would you go for the residential?"
          hint="Each place is offered if enough people choose it; we tell you before you book any travel."
          options={answers.residentialPlaces.map((place) => ({ value: place, label: place }))}
          defaultValue={answers.residentialPlace ?? ""}
        />
      ) : null}
      <p className="mb-5">
        The next two answers play no part in the decision. They are not shown to those who read applications
        or to your sponsor, and they are in no e-mail: only the people who run the residentials read them.
      </p>
      <TextArea
        name="access"
        label="What do you need to take part?"
        hint="For example step-free rooms, a hearing loop, papers in large print, somewhere to feed a baby."
        optional
        rows={3}
        maxLength={NEEDS_LIMIT}
        defaultValue={needs.access}
      />
      <TextArea
        name="dietary"
        label="What should the kitchen know?"
        hint="Allergies, and what you do not eat."
        optional
        rows={3}
        maxLength={NEEDS_LIMIT}
        defaultValue={needs.dietary}
      />
    </>
  );
}
