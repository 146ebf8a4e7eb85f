import { TextArea, TextField } from "@/components/forms/fields";

/** What past participants reported, with an empty place to add one; `most` is what the form takes. */
export function VoiceFields({
  voices,
  most,
}: {
  voices: readonly { who: string; report: string }[];
  most: number;
}) {
  return Array.from({ length: Math.min(most, voices.length + 1) }, (_, index) => {
    const voice = voices[index];
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a voice is its place
      <fieldset key={index} className="card my-5">
        <legend className="font-semibold">
          {voice ? `Voice ${index + 1}` : "One more, if there is one"}
        </legend>
        <TextField
          name={`who${index}`}
          label="Who told us, and when"
          hint="The cohort or the year, never a name: A participant of spring 2025"
          maxLength={120}
          defaultValue={voice?.who ?? ""}
        />
        <TextArea
          name={`report${index}`}
          label="What they told us"
          hint="In our words, not as a quotation."
          rows={5}
          maxLength={5000}
          defaultValue={voice?.report ?? ""}
        />
      </fieldset>
    );
  });
}
