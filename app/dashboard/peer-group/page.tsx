import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { MySessions } from "@/components/peer-groups/my-sessions";
import { NoteList } from "@/components/peer-groups/note-list";
import { PeerList } from "@/components/peer-groups/peer-list";
import { SharingFields } from "@/components/peer-groups/sharing-fields";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { myGroup } from "@/lib/peer-groups/own";
import { Frame } from "../frame";
import { share } from "./actions";

export const metadata: Metadata = { title: "Your peer learning group" };

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export default async function PeerGroupPage({ searchParams }: Props) {
  const actor = await requireViewer("/dashboard/peer-group");
  const [group, { done }] = await Promise.all([myGroup(actor, now()), searchParams]);
  if (!group)
    return (
      <Frame actor={actor} current="/dashboard/peer-group">
        <PageHeading title="Your peer learning group" />
        <p className="max-w-prose">
          You are in no peer learning group yet. When the team has put you into one, we tell you by e-mail,
          and its members, sessions and notes are here.
        </p>
      </Frame>
    );
  const { name, facilitatorName, members, sessions, notes, profile, ownEmail, enrolmentId, active } = group;
  return (
    <Frame actor={actor} current="/dashboard/peer-group">
      <PageHeading
        title={name}
        caption={`Your peer learning group · ${members.length} people · ${facilitatorName ? `facilitated by ${facilitatorName}` : "its facilitator is not named yet"}`}
      />
      {done === "shared" ? (
        <div className="mb-5 max-w-prose">
          <Notice tone="done">Saved. This is what your group sees of you now.</Notice>
        </div>
      ) : null}
      <div className="max-w-[60rem]">
        <MySessions sessions={sessions} />
        <NoteList
          notes={notes}
          home="/dashboard/peer-group/notes"
          canWrite={active}
          who="Your group, its facilitator and the staff who run your cohort read them."
        />
        <PeerList members={members} />
        <section className="card mb-6" aria-labelledby="sharing">
          <h2 id="sharing">What you share</h2>
          <p className="mb-4 max-w-prose">
            Your group always sees your name, role and workplace. The rest is up to you, and nothing of it is
            shared until you say so. Nobody outside your group sees it.
          </p>
          <ActionForm
            action={share.bind(null, enrolmentId)}
            submitLabel="Save what I share"
            submitVariant="secondary"
            hidden={{ version: String(profile.version) }}
          >
            <SharingFields profile={profile} ownEmail={ownEmail} />
          </ActionForm>
        </section>
      </div>
    </Frame>
  );
}
