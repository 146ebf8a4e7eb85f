import { RadioGroup, SelectField } from "@/components/forms/fields";
import { TextArea } from "@/components/forms/text-area";
import { lengths, PLAN_MAX } from "@/lib/alternatives/schema";
import { hoursAndMinutes } from "@/lib/dates";

/** What a reviewer says of a proposal, or of what was handed in. */
export function VerdictFields({
  proposed,
  minutes,
  most,
}: {
  /** True before it is agreed. */
  proposed: boolean;
  minutes: number;
  /** The milestone's minutes. */
  most: number;
}) {
  const all = [...new Set([...lengths(most), minutes])].toSorted((a, b) => a - b);
  return (
    <>
      <RadioGroup
        name="verdict"
        legend={proposed ? "Your word on the proposal" : "Your word on the account"}
        options={
          proposed
            ? [
                { value: "agreed", label: "Agree", hint: "They do it, and hand in an account of it." },
                { value: "declined", label: "Do not agree", hint: "They can propose something else." },
              ]
            : [
                { value: "credited", label: "Credit it", hint: "It counts towards engagement from now on." },
                { value: "sent_back", label: "Send it back", hint: "They put in what is asked for." },
              ]
        }
      />
      <SelectField
        name="minutes"
        label={proposed ? "Agreed, it counts for" : "Credited, it counts for"}
        defaultValue={String(minutes)}
        options={all.map((length) => ({ value: String(length), label: hoursAndMinutes(length) }))}
      />
      <TextArea
        name="words"
        label="A word to them"
        hint={
          proposed
            ? "Needed where you do not agree: say what would do."
            : "Needed where you send it back: say what is missing."
        }
        rows={4}
        maxLength={PLAN_MAX}
      />
    </>
  );
}
