import type { ReactNode } from "react";
import { Shell } from "@/components/layout/shell";

export default function MailboxLayout({ children }: { children: ReactNode }) {
  return <Shell area="public">{children}</Shell>;
}
