import { createElement, Fragment } from "react";
import { unbroken } from "@/lib/dates";

const FIGURE = /(\d+%|\d+ h(?: \d+ min)?|\d+ min)/;

/** A sentence with its first figures in bold: what the eye looks for. */
export function Figures({ text, most = 2 }: { text: string; most?: number }) {
  // Every second part is what the expression caught. Handed over one by one, they need no keys.
  const parts = text
    .split(FIGURE)
    .map((part, at) =>
      at % 2 === 1 && at < most * 2 ? createElement("b", null, unbroken(part)) : unbroken(part),
    );
  return createElement(Fragment, null, ...parts);
}
