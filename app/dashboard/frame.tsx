import type { ReactNode } from "react";
import { nameOrAddress } from "@/app/(auth)/home-for";
import { Shell } from "@/components/layout/shell";
import type { Actor } from "@/lib/auth/actor";

/**
 * What stands around every page of a participant. Not a layout: a layout does not know which entry of the
 * navigation its page belongs to.
 */
export function Frame({
  actor,
  current,
  children,
}: {
  actor: Actor;
  current:
    | "/dashboard"
    | "/dashboard/route-map"
    | "/dashboard/events"
    | "/dashboard/learning-audits"
    | "/dashboard/mentor"
    | "/dashboard/peer-group";
  children: ReactNode;
}) {
  return (
    <Shell area="participant" viewerName={nameOrAddress(actor)} viewing={actor.viewing} current={current}>
      <div className="wrap pb-14">{children}</div>
    </Shell>
  );
}
