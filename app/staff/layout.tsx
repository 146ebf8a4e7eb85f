import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { circlesOf, nameOrAddress } from "@/app/(auth)/home-for";
import { Shell } from "@/components/layout/shell";
import { SearchBox } from "@/components/search/search-box";
import { isStaff } from "@/lib/auth/actor";
import { viewer } from "@/lib/auth/session";

/** The frame only: each page asks for its staff itself, and sends a visitor to sign in and back to that page. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const actor = await viewer();
  if (actor && !isStaff(actor)) notFound();
  return (
    <Shell
      area="staff"
      viewerName={nameOrAddress(actor)}
      viewing={actor?.viewing}
      circles={circlesOf(actor)}
      tools={actor && <SearchBox />}
    >
      <div className="wrap wrap-staff pb-14">{children}</div>
    </Shell>
  );
}
