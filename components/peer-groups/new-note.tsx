import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/fields";
import type { FormState } from "@/lib/form";
import type { SessionRow } from "@/lib/peer-groups/views";
import { NoteFields } from "./note-fields";

/** The form of a note that begins, for participants and facilitators alike. */
export function NewNote({
  action,
  formKey,
  sessions,
  back,
}: {
  action: (state: FormState, data: FormData) => Promise<FormState>;
  formKey: string;
  sessions: readonly Pick<SessionRow, "id" | "title" | "when">[];
  back: string;
}) {
  return (
    <ActionForm
      action={action}
      title="Write a note"
      submitLabel="Save the note"
      hidden={{ formKey }}
      aside={<a href={back}>Leave it</a>}
    >
      <SelectField
        name="eventId"
        label="About"
        options={[
          { value: "", label: "A topic of its own" },
          ...sessions.map(({ id, title, when }) => ({ value: id, label: `${title}, ${when}` })),
        ]}
      />
      <NoteFields />
    </ActionForm>
  );
}
