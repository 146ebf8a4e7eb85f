import type { ReactNode } from "react";
import { stillHtml } from "./still-html";

type Tag = "div" | "section" | "header" | "footer" | "main" | "ol" | "ul" | "table";

const kept = new Map<string, string>();

/** The text of what is the same on every page and for everybody, made the first time it is asked for. */
export function stillOnce(name: string, node: () => ReactNode): { __html: string } {
  let html = kept.get(name);
  if (html === undefined) {
    html = stillHtml(node());
    kept.set(name, html);
  }
  return { __html: html };
}

/**
 * A part of a page that nothing in the browser will ever change: made as text in one go, and neither made again
 * nor watched by scripts there. React makes each element three times over (as data, from data, as HTML): that
 * cost the participant's page more than all the rest of it (docs/benchmarks.md). Forms and other client
 * components stay outside.
 */
export function Still({
  as: Wrapper = "div",
  children,
  ...attributes
}: {
  as?: Tag;
  className?: string;
  id?: string;
  "aria-labelledby"?: string;
  children: ReactNode;
}) {
  return (
    <Wrapper
      {...attributes}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: stillHtml escapes all text and attributes it writes
      dangerouslySetInnerHTML={{ __html: stillHtml(children) }}
    />
  );
}
