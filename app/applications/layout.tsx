import type { ReactNode } from "react";
import { nameOrAddress } from "@/app/(auth)/home-for";
import { Shell } from "@/components/layout/shell";
import { viewer } from "@/lib/auth/session";

/** The frame only: each page asks for the viewer itself, and sends a visitor to sign in and back to that page. */
export default async function ApplicationsLayout({ children }: { children: ReactNode }) {
  const actor = await viewer();
  return (
    <Shell
      area="applicant"
      viewerName={nameOrAddress(actor)}
      viewing={actor?.viewing}
      current="/applications"
    >
      <div className="wrap pb-14">{children}</div>
    </Shell>
  );
}
