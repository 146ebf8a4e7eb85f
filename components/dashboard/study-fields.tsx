import { DateField, TextArea, TextField } from "@/components/forms/fields";
import { shortDate } from "@/lib/dates";

/** How long, on which day, and a note: for logging study and for correcting it. */
export function StudyFields({
  from,
  to,
  day,
  minutes,
  note,
}: {
  /** First and last day that can be given. */
  from: string;
  to: string;
  day: string;
  /** What was logged, when it is being corrected. */
  minutes?: number;
  note?: string | null;
}) {
  const before = (value: number | undefined) => (value === undefined ? undefined : String(value));
  return (
    <>
      <fieldset>
        <legend className="field-legend">How long did you study?</legend>
        <div className="time-fields">
          <TextField
            name="hours"
            label="Hours"
            inputMode="numeric"
            maxLength={3}
            width="short"
            defaultValue={before(minutes && Math.floor(minutes / 60))}
          />
          <TextField
            name="minutes"
            label="Minutes"
            inputMode="numeric"
            maxLength={3}
            width="short"
            defaultValue={before(minutes && minutes % 60)}
          />
        </div>
      </fieldset>
      <DateField
        name="happenedOn"
        label="On which day?"
        hint={`From ${shortDate(from)} to today. For a stretch of days, log each day or give the last.`}
        min={from}
        max={to}
        defaultValue={day}
      />
      <TextArea
        name="note"
        label="A note for yourself"
        optional
        hint="What you studied, for example. The people who run your cohort can read it."
        rows={3}
        maxLength={1000}
        defaultValue={note ?? ""}
      />
    </>
  );
}
