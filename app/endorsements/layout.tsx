import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Shell } from "@/components/layout/shell";

/** A personal link's pages are nobody's to find. They take no notice of who is signed in: the link is what counts. */
export const metadata: Metadata = { robots: { index: false, follow: false } };

export default function EndorsementsLayout({ children }: { children: ReactNode }) {
  return (
    <Shell area="public" current="/endorsements">
      <div className="wrap pb-14">{children}</div>
    </Shell>
  );
}
