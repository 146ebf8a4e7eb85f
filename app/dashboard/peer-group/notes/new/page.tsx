import { notFound } from "next/navigation";
import { NewNote } from "@/components/peer-groups/new-note";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { myGroup } from "@/lib/peer-groups/own";
import { Frame } from "../../../frame";
import { beginNote } from "../../actions";

const HOME = "/dashboard/peer-group";

export default async function NewNotePage() {
  const actor = await requireViewer(`${HOME}/notes/new`);
  const group = await myGroup(actor, now());
  if (!group?.active) notFound();
  return (
    <Frame actor={actor} current="/dashboard/peer-group">
      <div className="max-w-prose">
        <PageHeading
          title="Write a note"
          caption={`For ${group.name}: your group, its facilitator and the staff who run your cohort read it.`}
          back={{ href: HOME, label: "Your peer learning group" }}
        />
        <NewNote
          action={beginNote.bind(null, group.id)}
          formKey={crypto.randomUUID()}
          sessions={group.sessions}
          back={HOME}
        />
      </div>
    </Frame>
  );
}
