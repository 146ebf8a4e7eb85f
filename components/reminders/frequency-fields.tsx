import { RadioGroup } from "@/components/forms/choices";
import { FREQUENCIES, FREQUENCY_WORDS, type Frequency } from "@/lib/reminders/schema";

/** How often: the one question of both pages that ask it. */
export function FrequencyFields({ frequency }: { frequency: Frequency }) {
  return (
    <RadioGroup
      name="frequency"
      legend="Remind me by e-mail"
      options={FREQUENCIES.map((value) => ({ value, ...FREQUENCY_WORDS[value] }))}
      defaultValue={frequency}
    />
  );
}
