import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields";
import { NOTE_MAX } from "@/lib/applications/schema-review";
import { note } from "./actions";

/** Adds a note. The form key makes a second click the same note. */
export function NoteForm({ id }: { id: string }) {
  return (
    <ActionForm
      action={note.bind(null, id)}
      submitLabel="Add the note"
      submitVariant="secondary"
      hidden={{ formKey: randomUUID() }}
      idPrefix="note-"
    >
      <TextArea
        name="body"
        label="A note"
        hint="Only staff read it, and it cannot be changed afterwards. The applicant may ask to see what is kept about them."
        rows={3}
        maxLength={NOTE_MAX}
      />
    </ActionForm>
  );
}
