import { ActionForm } from "@/components/forms/action-form";
import type { FormState } from "@/lib/form";
import type { NotePage } from "@/lib/peer-groups/views";
import { NoteFields } from "./note-fields";

/** The form that changes a note. Whoever was slower sees the newer version above and keeps what they typed. */
export function ChangeNote({
  action,
  note,
}: {
  action: (state: FormState, data: FormData) => Promise<FormState>;
  note: NotePage;
}) {
  const { now, version, canWrite } = note;
  if (!canWrite) return null;
  return (
    <>
      <h2 className="mb-3">Change the note</h2>
      <ActionForm
        action={action}
        title={now.title}
        submitLabel="Save the note"
        hidden={{ version: String(version) }}
      >
        <NoteFields title={now.title} body={now.body} />
      </ActionForm>
    </>
  );
}
