import { DateField, SelectField, TextField } from "@/components/forms/fields";
import { TextArea } from "@/components/forms/text-area";
import { hoursAndMinutes, shortDate } from "@/lib/dates";
import type { RecordView } from "@/lib/engagement/schema";
import { NO_RECORD, REASON_MAX } from "@/lib/engagement/schema-entries";

/** What a record comes to: which one it replaces, how many minutes, on which day. Of the live records the first is chosen. */
export function RecordFields({
  records,
  most,
  startsOn,
  day,
}: {
  records: readonly RecordView[];
  /** The milestone's minutes. */
  most: number;
  startsOn: string;
  /** The day to begin with where nothing is recorded. */
  day: string;
}) {
  const live = records.filter((record) => record.live);
  return (
    <>
      <SelectField
        name="replaces"
        label="Which record"
        defaultValue={live[0]?.id ?? NO_RECORD}
        options={[
          ...live.map(({ id, minutes, happenedOn }) => ({
            value: id,
            label: `${hoursAndMinutes(minutes)} on ${shortDate(happenedOn)}`,
          })),
          { value: NO_RECORD, label: "A new record: it was not recorded" },
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
        min={startsOn}
        defaultValue={live[0]?.happenedOn ?? day}
      />
    </>
  );
}

/** Why, in the words of whoever does it. */
export function ReasonField({ hint }: { hint: string }) {
  return <TextArea name="reason" label="The reason" hint={hint} rows={4} maxLength={REASON_MAX} />;
}
