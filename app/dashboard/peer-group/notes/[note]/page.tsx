import { notFound } from "next/navigation";
import { PageTitle } from "@/components/engagement/page-title";
import { ChangeNote } from "@/components/peer-groups/change-note";
import { NoteView } from "@/components/peer-groups/note-view";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/lib/auth/session";
import { noteOf } from "@/lib/peer-groups/note-query";
import { Frame } from "../../../frame";
import { saveNote } from "../../actions";

type Props = {
  params: Promise<{ note: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export default async function NotePage({ params, searchParams }: Props) {
  const { note: id } = await params;
  const actor = await requireViewer(`/dashboard/peer-group/notes/${encodeURIComponent(id)}`);
  const note = (await noteOf(actor, id, "member")) ?? notFound();
  const { now, about, groupName, canWrite } = note;
  return (
    <Frame actor={actor} current="/dashboard/peer-group">
      {canWrite ? null : <PageTitle title={now.title} />}
      <div className="max-w-prose">
        <PageHeading
          title={now.title}
          caption={`${groupName}${about ? ` · about ${about}` : ""}`}
          back={{ href: "/dashboard/peer-group", label: "Your peer learning group" }}
        />
        <NoteView note={note} saved={(await searchParams).done === "saved"} />
        <ChangeNote action={saveNote.bind(null, id)} note={note} />
      </div>
    </Frame>
  );
}
