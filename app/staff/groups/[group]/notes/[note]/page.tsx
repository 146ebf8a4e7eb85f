import { notFound } from "next/navigation";
import { PageTitle } from "@/components/engagement/page-title";
import { ChangeNote } from "@/components/peer-groups/change-note";
import { NoteView } from "@/components/peer-groups/note-view";
import { PageHeading } from "@/components/ui/page-heading";
import { requireStaff } from "@/lib/auth/session";
import { noteOf } from "@/lib/peer-groups/note-query";
import { saveGroupNote } from "../../../actions";

type Props = {
  params: Promise<{ group: string; note: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export default async function GroupNotePage({ params, searchParams }: Props) {
  const { group: groupId, note: noteId } = await params;
  const path = [groupId, "notes", noteId].map(encodeURIComponent).join("/");
  const actor = await requireStaff(`/staff/groups/${path}`);
  const note = await noteOf(actor, noteId, "staff");
  if (!note || note.groupId !== groupId) notFound();
  const { now, about, groupName, canWrite } = note;
  return (
    <div className="max-w-prose">
      {canWrite ? null : <PageTitle title={now.title} />}
      <PageHeading
        title={now.title}
        caption={`${groupName}${about ? ` · about ${about}` : ""}`}
        back={{ href: `/staff/groups/${groupId}`, label: groupName }}
      />
      <NoteView note={note} saved={(await searchParams).done === "saved"} />
      <ChangeNote action={saveGroupNote.bind(null, { groupId, noteId })} note={note} />
    </div>
  );
}
