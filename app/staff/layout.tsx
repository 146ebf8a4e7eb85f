import type { ReactNode } from "react";
import { nameOrAddress } from "@/app/(auth)/home-for";
import { Shell } from "@/components/layout/shell";
import { requireStaff } from "@/lib/auth/session";

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const actor = await requireStaff("/staff");
  return (
    <Shell area="staff" viewerName={nameOrAddress(actor)}>
      <div className="wrap wrap-staff pb-14">{children}</div>
    </Shell>
  );
}
