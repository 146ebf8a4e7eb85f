import { DateField, RadioGroup, TextArea, TextField } from "@/components/forms/fields";
import type { PlainDate } from "@/lib/dates";
import { CONTACT_HOW, type ContactView, HOW_WORDS } from "@/lib/engagement/schema-contacts";

/** The fields of an entry; `earlier` is the one that it puts right. */
export function ContactFields({ today, earlier }: { today: PlainDate; earlier?: ContactView }) {
  return (
    <>
      <RadioGroup
        name="how"
        legend="How were you in touch?"
        defaultValue={earlier?.how}
        options={CONTACT_HOW.map((value) => ({
          value,
          label: HOW_WORDS[value].charAt(0).toUpperCase() + HOW_WORDS[value].slice(1),
        }))}
      />
      <DateField name="happenedOn" label="When" max={today} defaultValue={earlier?.happenedOn ?? today} />
      <TextArea
        name="said"
        label="What was said"
        hint="Keep to what helps the next person who talks to them. They may ask to see it."
        rows={4}
        maxLength={2_000}
        defaultValue={earlier?.said}
      />
      <TextField name="outcome" label="What came of it" maxLength={1_000} defaultValue={earlier?.outcome} />
      <DateField
        name="nextOn"
        label="Be in touch again on"
        optional
        defaultValue={earlier?.nextOn ?? undefined}
      />
    </>
  );
}
