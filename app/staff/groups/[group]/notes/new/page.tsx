import { notFound } from "next/navigation";
import { NewNote } from "@/components/peer-groups/new-note";
import { PageHeading } from "@/components/ui/page-heading";
import { beginGroupNote } from "../../../actions";
import { findGroup } from "../../../find";

export default async function NewGroupNotePage({ params }: { params: Promise<{ group: string }> }) {
  const group = await findGroup((await params).group, "/notes/new");
  if (!group.canWrite) notFound();
  const { id, name, sessions } = group;
  const home = `/staff/groups/${id}`;
  return (
    <div className="max-w-prose">
      <PageHeading
        title="Write a note"
        caption={`For ${name}: the group, its facilitator and the staff who run the cohort read it.`}
        back={{ href: home, label: name }}
      />
      <NewNote
        action={beginGroupNote.bind(null, id)}
        formKey={crypto.randomUUID()}
        sessions={sessions.map((session) => ({ id: session.id, title: session.title, when: session.when }))}
        back={home}
      />
    </div>
  );
}
