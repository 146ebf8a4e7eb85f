import { RadioGroup, SelectField, TextField } from "@/components/forms/fields";
import { TextArea } from "@/components/forms/text-area";
import type { Option } from "@/lib/alternatives/schema";
import { ITEM_KINDS, KIND_WORDS } from "@/lib/route-map/schema";

/** The fields of an activity on the programme's list. */
export function OptionFields({ option }: { option?: Option }) {
  return (
    <>
      <SelectField
        name="kind"
        label="In place of"
        defaultValue={option?.kind ?? "peer_learning_group"}
        options={ITEM_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }))}
      />
      <TextField name="title" label="Name" maxLength={160} defaultValue={option?.title} />
      <TextArea
        name="description"
        label="What there is to do"
        rows={4}
        maxLength={1000}
        defaultValue={option?.description}
      />
      <TextField
        name="minutes"
        label="Minutes it counts for"
        inputMode="numeric"
        maxLength={5}
        width="short"
        defaultValue={option ? String(option.minutes) : undefined}
      />
      <RadioGroup
        name="offered"
        legend="Is it offered?"
        defaultValue={option && !option.offered ? "no" : "yes"}
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "Not any more" },
        ]}
      />
    </>
  );
}
