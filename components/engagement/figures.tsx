import { Fragment } from "react";

const FIGURE = /(\d+%|\d+ h(?: \d+ min)?|\d+ min)/;

/** A sentence with its figures in bold: what the eye looks for. */
export function Figures({ text }: { text: string }) {
  return text
    .split(FIGURE)
    .map((part, at) =>
      // Every second part is what the expression caught; a part never moves, so its place is its key.
      at % 2 === 1 ? <b key={`${at} ${part}`}>{part}</b> : <Fragment key={`${at} ${part}`}>{part}</Fragment>,
    );
}
