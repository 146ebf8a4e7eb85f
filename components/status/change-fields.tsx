import { DateField, SelectField, TextArea } from "@/components/forms/fields";
import type { PlainDate } from "@/lib/dates";
import { MESSAGE_MAX, OVERRIDE_MAX } from "@/lib/status-changes/schema";

type Props = {
  today: PlainDate;
  /** The codes and their words; none where DfE asks for none. */
  reasons?: { value: string; label: string }[];
  /** True where the rules are not met: then why it is done all the same. */
  override?: boolean;
  /** How the e-mail begins: its subject, whom it greets. */
  subject: string;
  fullName: string;
  words: string;
};

/** Since when, why, and what the participant is told: the very words, before they are sent. */
export function ChangeFields({ today, reasons, override = false, subject, fullName, words }: Props) {
  return (
    <>
      {reasons ? (
        <SelectField
          name="reasonCode"
          label="Reason"
          hint="DfE’s reasons. The participant does not see it."
          options={[{ value: "", label: "Choose a reason" }, ...reasons]}
        />
      ) : null}
      <DateField
        name="effectiveOn"
        label="From which day does it hold?"
        hint="Today or an earlier day. The portal changes from the moment you confirm."
        max={today}
        defaultValue={today}
      />
      {override ? (
        <TextArea
          name="override"
          label="Why do they complete all the same?"
          hint="It is kept with the completion, and staff can read it."
          rows={3}
          maxLength={OVERRIDE_MAX}
        />
      ) : null}
      <TextArea
        name="message"
        label="What they are told"
        hint={
          <>
            This e-mail goes out when you confirm. Subject: “{subject}”. It begins “Dear {fullName},” and ends
            with a button to their page and our address. Change the words where that is kinder.
          </>
        }
        rows={11}
        maxLength={MESSAGE_MAX}
        defaultValue={words}
      />
    </>
  );
}
