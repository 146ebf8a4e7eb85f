import { AttendedTag } from "@/components/peer-groups/attended-tag";
import { Prose } from "@/components/prospectus/prose";
import { ButtonLink } from "@/components/ui/button";
import { SummaryList } from "@/components/ui/summary-list";
import { Tag } from "@/components/ui/tag";
import type { SessionPage } from "@/lib/peer-groups/views";

/** When and where a session is, who runs it, and how one's own coming stands. */
export function SessionFacts({ session }: { session: SessionPage }) {
  const { when, place, facilitatorName, apologyNote } = session;
  return (
    <SummaryList
      rows={[
        { label: "When", value: `${when} (London time)` },
        { label: "Where", value: place },
        { label: "Facilitator", value: facilitatorName ?? "Not named yet" },
        { label: "You", value: <Standing session={session} /> },
        ...(apologyNote ? [{ label: "You wrote", value: apologyNote }] : []),
      ]}
    />
  );
}

function Standing({ session: { attended, cancelled, sorry, past } }: { session: SessionPage }) {
  if (attended) return <AttendedTag attended={attended} />;
  if (cancelled) return <Tag tone="late">cancelled</Tag>;
  if (sorry) return <Tag tone="soon">you cannot come</Tag>;
  return past ? <Tag tone="muted">register not taken yet</Tag> : "You are expected";
}

/** How to join, for somebody who is expected: `html` is what lib/markdown.ts has made of the instructions. */
export function JoiningDetails({ joining }: { joining: { url: string | null; html: string } }) {
  return (
    <div className="mt-6">
      <h3 className="mb-1">How to join</h3>
      {joining.url ? (
        <p className="mt-2 mb-3">
          <ButtonLink href={joining.url} small>
            Join the video call
          </ButtonLink>
        </p>
      ) : null}
      {joining.html ? <Prose html={joining.html} /> : null}
      {!joining.url && !joining.html ? (
        <p className="text-muted">The details are not there yet. They will be shown here.</p>
      ) : null}
    </div>
  );
}
