import type { ReactNode } from "react";
import { Shell } from "@/components/layout/shell";
import { viewer } from "@/lib/auth/session";
import { nameOrAddress } from "./home-for";

export default async function SigningInLayout({ children }: { children: ReactNode }) {
  return (
    <Shell area="public" viewerName={nameOrAddress(await viewer())}>
      <div className="wrap">
        <div className="max-w-prose pb-12">{children}</div>
      </div>
    </Shell>
  );
}
