import { DateField, RadioGroup, SelectField, TextField } from "@/components/forms/fields";
import { TextArea } from "@/components/forms/text-area";
import { type CorrectionForStaff, NEW_RECORD, SAID_MAX } from "@/lib/corrections/schema";
import { hoursAndMinutes, shortDate } from "@/lib/dates";
import type { RecordView } from "@/lib/engagement/schema";

/** The fields of an answer: put right, with what it comes to, or not changed; and words. */
export function AnswerFields({
  correction,
  records,
}: {
  correction: CorrectionForStaff;
  records: readonly RecordView[];
}) {
  const live = records.filter((record) => record.live);
  const last = live[0];
  const most = correction.milestone.minutes ?? 0;
  return (
    <>
      <RadioGroup
        name="outcome"
        legend="Is it put right?"
        options={[
          {
            value: "put_right",
            label: "Yes, put it right",
            hint: "A new record takes the place of the old one; both stay visible.",
          },
          { value: "not_changed", label: "No, it stays as it is" },
        ]}
      />
      <fieldset className="my-6 border-s-4 border-line ps-5">
        <legend className="field-legend">If it is put right</legend>
        <SelectField
          name="replaces"
          label="Which record"
          defaultValue={last?.id ?? NEW_RECORD}
          options={[
            ...live.map((record) => ({ value: record.id, label: inWords(record) })),
            { value: NEW_RECORD, label: "A new record: it was not recorded" },
          ]}
        />
        <TextField
          name="minutes"
          label="Minutes it comes to"
          hint={`0 to ${most}. All ${most} complete it.`}
          inputMode="numeric"
          maxLength={5}
          width="short"
          defaultValue={String(most)}
        />
        <DateField
          name="happenedOn"
          label="The day it happened on"
          min={correction.startsOn}
          defaultValue={last?.happenedOn ?? correction.eventDay ?? ""}
        />
      </fieldset>
      <TextArea
        name="answer"
        label="Your answer"
        hint="The participant gets it by e-mail and finds it on the page of the item."
        rows={5}
        maxLength={SAID_MAX}
      />
    </>
  );
}

const inWords = ({ minutes, happenedOn }: RecordView) =>
  `${hoursAndMinutes(minutes)} on ${shortDate(happenedOn)}`;
