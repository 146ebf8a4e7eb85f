import type { ReactNode } from "react";
import { nameOrAddress } from "@/app/(auth)/home-for";
import { Shell } from "@/components/layout/shell";
import { requireViewer } from "@/lib/auth/session";

export default async function ApplicationsLayout({ children }: { children: ReactNode }) {
  const actor = await requireViewer("/applications");
  return (
    <Shell area="applicant" viewerName={nameOrAddress(actor)} current="/applications">
      <div className="wrap pb-14">{children}</div>
    </Shell>
  );
}
