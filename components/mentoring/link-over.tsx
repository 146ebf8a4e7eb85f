import type { ReactNode } from "react";
import { PageTitle } from "@/components/engagement/page-title";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import type { LinkStanding } from "@/lib/mentoring/schema";

/** What a link shows that is over: why, and how to get on. */
export function LinkOver({
  standing,
  sent,
  again,
}: {
  standing: Exclude<LinkStanding, "open">;
  /** True when a new link has just been asked for. */
  sent: boolean;
  again: ReactNode;
}) {
  const title = standing === "expired" ? "This link has run out" : "This link leads nowhere any more";
  return (
    <div className="max-w-prose">
      <PageTitle title={title} />
      <PageHeading title={title} />
      {standing === "closed" ? (
        <p>
          No participant names the address that it was sent to as NPQ mentor now, so there is nothing for you
          to do. If you think that there is, write to <a href="mailto:npq@ucl.ac.uk">npq@ucl.ac.uk</a>.
        </p>
      ) : sent ? (
        <Notice tone="done" title="A new link is on its way">
          <p>It goes to the address that this one was sent to. It may take a few minutes.</p>
        </Notice>
      ) : (
        <>
          <p>
            For safety, a mentor’s link works for a limited time. We send you a new one, to the address that
            this one went to.
          </p>
          {again}
        </>
      )}
    </div>
  );
}
