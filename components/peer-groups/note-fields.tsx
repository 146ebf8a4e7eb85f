import { TextArea, TextField } from "@/components/forms/fields";
import { NOTE_MAX } from "@/lib/peer-groups/schema";

/** The fields of a shared note. */
export function NoteFields({ title = "", body = "" }: { title?: string; body?: string }) {
  return (
    <>
      <TextField name="title" label="Title" maxLength={120} defaultValue={title} />
      <TextArea name="body" label="Note" rows={12} maxLength={NOTE_MAX} defaultValue={body} />
    </>
  );
}
