import type { ReactNode } from "react";
import { areaOf, circlesOf, nameOrAddress } from "@/app/(auth)/home-for";
import { Shell } from "@/components/layout/shell";
import { SearchBox } from "@/components/search/search-box";
import { viewer } from "@/lib/auth/session";

/** The account is everybody's: it stands in the side of the portal that is the viewer's own. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const actor = await viewer();
  const area = actor ? await areaOf(actor) : "public";
  return (
    <Shell
      area={area}
      viewerName={nameOrAddress(actor)}
      viewing={actor?.viewing}
      circles={circlesOf(actor)}
      tools={area === "staff" ? <SearchBox /> : null}
      current="/account"
    >
      <div className="wrap">
        <div className="max-w-prose pb-12">{children}</div>
      </div>
    </Shell>
  );
}
