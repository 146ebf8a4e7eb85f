import { RadioGroup, SelectField, TextField } from "@/components/forms/fields";
import { TextArea } from "@/components/forms/text-area";
import { lengths, type Option, OWN_IDEA, PLAN_MAX } from "@/lib/alternatives/schema";
import { hoursAndMinutes } from "@/lib/dates";

/** What a proposal asks: one of the programme's list or an idea of one's own, and how one would go about it. */
export function ProposalFields({ options, most }: { options: readonly Option[]; most: number }) {
  return (
    <>
      <RadioGroup
        name="option"
        legend="What would you do?"
        defaultValue={options.length === 0 ? OWN_IDEA : undefined}
        options={[
          ...options.map(({ id, title, description, minutes }) => ({
            value: id,
            label: `${title} (${hoursAndMinutes(Math.min(minutes, most))})`,
            hint: description,
          })),
          { value: OWN_IDEA, label: "An idea of my own" },
        ]}
      />
      <fieldset className="my-6 border-s-4 border-line ps-5">
        <legend className="field-legend">If it is an idea of your own</legend>
        <TextField name="title" label="A short name for it" maxLength={160} optional />
        <SelectField
          name="minutes"
          label="How long does it take?"
          defaultValue={String(most)}
          options={lengths(most).map((length) => ({ value: String(length), label: hoursAndMinutes(length) }))}
        />
      </fieldset>
      <TextArea
        name="plan"
        label="How will you go about it, and how does it make up for what you missed?"
        rows={5}
        maxLength={PLAN_MAX}
      />
    </>
  );
}
