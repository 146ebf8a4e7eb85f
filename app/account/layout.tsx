import type { ReactNode } from "react";
import { areaOf, nameOrAddress } from "@/app/(auth)/home-for";
import { Shell } from "@/components/layout/shell";
import { viewer } from "@/lib/auth/session";

/** The account is everybody's: it stands in the side of the portal that is the viewer's own. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const actor = await viewer();
  return (
    <Shell area={actor ? await areaOf(actor) : "public"} viewerName={nameOrAddress(actor)} current="/account">
      <div className="wrap">
        <div className="max-w-prose pb-12">{children}</div>
      </div>
    </Shell>
  );
}
