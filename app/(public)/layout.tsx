import type { ReactNode } from "react";
import { nameOrAddress } from "@/app/(auth)/home-for";
import { Shell } from "@/components/layout/shell";
import { viewer } from "@/lib/auth/session";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const actor = await viewer();
  return (
    <Shell area="public" viewerName={actor && nameOrAddress(actor)} viewing={actor?.viewing}>
      {children}
    </Shell>
  );
}
