import { DateField, RadioGroup, TextArea, TextField } from "@/components/forms/fields";
import { longDate, shortDate } from "@/lib/dates";
import {
  CHECK_IN_MAX,
  type CheckInText,
  EXTENT_QUESTION,
  EXTENT_WORDS,
  EXTENTS,
  REPORT_QUESTIONS,
  type ReportAnswers,
} from "@/lib/mentoring/schema";

/** What a participant writes of a check-in. */
export function CheckInFields({ text, from, today }: { text: CheckInText; from: string; today: string }) {
  return (
    <>
      <DateField
        name="metOn"
        label="When did you meet?"
        hint={`From ${shortDate(from)} to today. A call counts as much as a meeting.`}
        min={from}
        max={today}
        defaultValue={text.metOn ?? ""}
      />
      <TextArea
        name="talkedAbout"
        label="What did you talk about?"
        hint="A few sentences. Your mentor reads them and adds their own."
        rows={6}
        maxLength={CHECK_IN_MAX.talkedAbout}
        defaultValue={text.talkedAbout}
      />
      <TextArea
        name="nextSteps"
        label="What are the next steps?"
        hint="Yours, your mentor’s or the school’s."
        rows={4}
        maxLength={CHECK_IN_MAX.nextSteps}
        defaultValue={text.nextSteps}
      />
    </>
  );
}

/** The mentor's word on it. */
export function AnswerFields({ name, metOn }: { name: string; metOn: string }) {
  return (
    <>
      <RadioGroup
        name="answer"
        legend="Did it take place?"
        options={[
          {
            value: "confirmed",
            label: `Yes, we met on ${longDate(metOn)}, and this is what we talked about`,
          },
          { value: "not_held", label: "No, or not like this", hint: `${name} is asked to put it right.` },
        ]}
      />
      <TextArea
        name="words"
        label="In your own words"
        hint={`How it is going, or what is not right. ${name} reads this; the staff see that you have answered, and not what you write.`}
        rows={5}
        maxLength={CHECK_IN_MAX.words}
      />
    </>
  );
}

/** The questions of an impact report. */
export function ReportFields({ answers }: { answers: ReportAnswers }) {
  return (
    <>
      <RadioGroup
        name="extent"
        legend={EXTENT_QUESTION}
        options={EXTENTS.map((value) => ({ value, label: EXTENT_WORDS[value] }))}
        {...(answers.extent ? { defaultValue: answers.extent } : {})}
      />
      {REPORT_QUESTIONS.map(({ key, label, hint, max, optional }) => (
        <TextArea
          key={key}
          name={key}
          label={label}
          hint={hint}
          optional={optional}
          rows={5}
          maxLength={max}
          defaultValue={answers[key]}
        />
      ))}
    </>
  );
}

/** Who the mentor is. */
export function MentorFields() {
  return (
    <>
      <TextField name="name" label="Name" maxLength={120} autoComplete="off" />
      <TextField
        name="email"
        label="E-mail address"
        hint="We write to it at once."
        type="email"
        inputMode="email"
        maxLength={254}
        autoComplete="off"
        spellCheck={false}
      />
      <TextField name="jobTitle" label="Job title" maxLength={120} autoComplete="off" />
    </>
  );
}
