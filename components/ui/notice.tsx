import type { ReactNode } from "react";

export type NoticeTone = "done" | "info" | "soon" | "late";

const TONES: Record<NoticeTone, string> = {
  done: "text-done",
  info: "text-brand",
  soon: "text-soon",
  late: "text-late",
};

/** Something to know about the page: what has just been done, or what stands in the way. */
export function Notice({ tone, title, children }: { tone: NoticeTone; title?: string; children: ReactNode }) {
  return (
    <div className={`notice ${TONES[tone]}`} role={tone === "late" ? "alert" : "status"}>
      {title ? <p className="notice-title">{title}</p> : null}
      <div>{children}</div>
    </div>
  );
}
