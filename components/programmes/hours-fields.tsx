import { TextField } from "@/components/forms/fields";

type Row = { component: string; count: number; minutes: number; publishedAs: string | null };

/** The rows of the hours table, with two empty ones to add to; `most` is what the form takes. */
export function HoursFields({ rows, most }: { rows: readonly Row[]; most: number }) {
  return Array.from({ length: Math.min(most, rows.length + 2) }, (_, index) => {
    const row = rows[index];
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
      <fieldset key={index} className="card my-5">
        <legend className="font-semibold">
          {row ? `Part ${index + 1}` : `Part ${index + 1}, if there is one`}
        </legend>
        <TextField
          name={`component${index}`}
          label="Part"
          maxLength={120}
          defaultValue={row?.component ?? ""}
        />
        <div className="hours-slots">
          <TextField
            name={`count${index}`}
            label="How many"
            inputMode="numeric"
            width="short"
            defaultValue={row ? String(row.count) : ""}
          />
          <TextField
            name={`minutes${index}`}
            label="Minutes in all"
            inputMode="numeric"
            width="short"
            defaultValue={row ? String(row.minutes) : ""}
          />
          <TextField
            name={`publishedAs${index}`}
            label="As we say it"
            hint="Such as half a day; empty for hours"
            optional
            width="medium"
            maxLength={60}
            defaultValue={row?.publishedAs ?? ""}
          />
        </div>
      </fieldset>
    );
  });
}
