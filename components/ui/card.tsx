import type { ReactNode } from "react";

/** A sheet of paper for one matter. `tone="panel"` is the one loud card of a page: the next thing to do. */
export function Card({
  tone = "card",
  className = "",
  labelledBy,
  children,
}: {
  tone?: "card" | "panel";
  className?: string;
  labelledBy?: string;
  children: ReactNode;
}) {
  return (
    <section className={`card ${tone === "panel" ? "panel" : ""} ${className}`} aria-labelledby={labelledBy}>
      {children}
    </section>
  );
}
