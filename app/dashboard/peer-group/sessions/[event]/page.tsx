import { notFound } from "next/navigation";
import { NoteList } from "@/components/peer-groups/note-list";
import { JoiningDetails, SessionFacts } from "@/components/peer-groups/session-facts";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { sessionOf } from "@/lib/peer-groups/session-query";
import { Frame } from "../../../frame";
import { Coming } from "./coming";

/** Said once, after the step that led here. */
const DONE = new Map([
  ["sorry", "We have told your facilitator that you cannot come."],
  ["coming", "You are expected again, and your facilitator knows."],
  ["visiting", "You have the place. The facilitator of that group knows that you are coming."],
  ["given-up", "You have given the place up. Its facilitator knows."],
]);

type Props = {
  params: Promise<{ event: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export default async function SessionPage({ params, searchParams }: Props) {
  const { event: id } = await params;
  const actor = await requireViewer(`/dashboard/peer-group/sessions/${encodeURIComponent(id)}`);
  const session = (await sessionOf(actor, id, now())) ?? notFound();
  const said = DONE.get(String((await searchParams).done));
  return (
    <Frame actor={actor} current="/dashboard/peer-group">
      <div className="max-w-[48rem]">
        <PageHeading
          title={session.title}
          caption={session.groupName}
          back={{ href: "/dashboard/peer-group", label: "Your peer learning group" }}
        />
        {said ? (
          <div className="mb-5">
            <Notice tone="done">{said}</Notice>
          </div>
        ) : null}
        <SessionFacts session={session} />
        {session.joining ? <JoiningDetails joining={session.joining} /> : null}
        <Coming session={session} />
        {session.notes.length > 0 ? (
          <div className="mt-9">
            <NoteList
              notes={session.notes}
              home="/dashboard/peer-group/notes"
              canWrite={false}
              who="Notes about this session."
            />
          </div>
        ) : null}
      </div>
    </Frame>
  );
}
