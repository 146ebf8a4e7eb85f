import { RecordFields } from "@/components/engagement/entry-fields";
import { RadioGroup } from "@/components/forms/fields";
import { TextArea } from "@/components/forms/text-area";
import { type CorrectionForStaff, SAID_MAX } from "@/lib/corrections/schema";
import type { RecordView } from "@/lib/engagement/schema";

/** The fields of an answer: put right, with what it comes to, or not changed; and words. */
export function AnswerFields({
  correction,
  records,
}: {
  correction: CorrectionForStaff;
  records: readonly RecordView[];
}) {
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
        <RecordFields
          records={records}
          most={correction.milestone.minutes ?? 0}
          startsOn={correction.startsOn}
          day={correction.eventDay ?? ""}
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
