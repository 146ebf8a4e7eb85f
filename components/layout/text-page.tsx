import type { ReactNode } from "react";
import { PageHeading } from "@/components/ui/page-heading";

/** A page of running text: a statement, a notice. */
export function TextPage({
  title,
  caption,
  children,
}: {
  title: string;
  caption?: string;
  children: ReactNode;
}) {
  return (
    <div className="wrap">
      <PageHeading title={title} caption={caption} />
      <div className="prose">{children}</div>
    </div>
  );
}
