import type { ReactNode } from "react";
import { escapedText } from "./markup";

/**
 * Ordinary React elements as text, in one go: what `Still` puts on a page. It takes what pages are made of
 * (elements, fragments, lists, text, components without state or promises) and throws for the rest, so that a
 * mistake shows at the first look and not as a hole in the page. tests/unit/still.test.tsx holds it against
 * React's own renderToStaticMarkup.
 */
export function stillHtml(node: ReactNode): string {
  if (typeof node === "string") return escapedText(node);
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (typeof node === "number" || typeof node === "bigint") return String(node);
  if (Array.isArray(node)) {
    let html = "";
    for (const each of node) html += stillHtml(each);
    return html;
  }
  if (!isElement(node))
    throw new Error("Still takes elements, lists and text, no promises or other objects.");
  const { type, props } = node;
  if (typeof type === "string") return elementHtml(type, props);
  if (type === FRAGMENT) return stillHtml(props.children as ReactNode);
  if (typeof type === "function" && !("$$typeof" in type)) {
    return stillHtml((type as (props: unknown) => ReactNode)(props));
  }
  throw new Error("Still cannot hold a client component: leave it outside.");
}

type Props = Record<string, unknown>;

const FRAGMENT = Symbol.for("react.fragment");
const ELEMENT = Symbol.for("react.transitional.element");

function isElement(node: unknown): node is { type: unknown; props: Props } {
  return typeof node === "object" && node !== null && "$$typeof" in node && node.$$typeof === ELEMENT;
}

const VOID = new Set(["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"]);

function elementHtml(tag: string, props: Props): string {
  let open = `<${tag}`;
  let content: string | undefined;
  for (const name in props) {
    const value = props[name];
    if (value === null || value === undefined) continue;
    if (name === "children") content ??= stillHtml(value as ReactNode);
    else if (name === "dangerouslySetInnerHTML") content = (value as { __html: string }).__html;
    else open += attributeHtml(name, value);
  }
  return VOID.has(tag) ? `${open}/>` : `${open}>${content ?? ""}</${tag}>`;
}

/** React's names that HTML and SVG do not know in any case. */
const NAMES: Record<string, string> = {
  className: "class",
  htmlFor: "for",
  tabIndex: "tabindex",
  fillRule: "fill-rule",
  clipRule: "clip-rule",
  strokeWidth: "stroke-width",
  strokeLinecap: "stroke-linecap",
  strokeDasharray: "stroke-dasharray",
  textAnchor: "text-anchor",
  dominantBaseline: "dominant-baseline",
};

function attributeHtml(name: string, value: unknown): string {
  if (name === "style") return ` style="${escapedText(styleText(value as Record<string, unknown>))}"`;
  if (typeof value === "boolean" && !/^(aria|data)-/.test(name)) return value ? ` ${name}=""` : "";
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return ` ${NAMES[name] ?? name}="${escapedText(String(value))}"`;
  }
  throw new Error(`Still cannot write the attribute ${name}: handlers and objects need React.`);
}

function styleText(style: Record<string, unknown>): string {
  return Object.entries(style)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => {
      if (typeof value !== "string") throw new Error(`Still wants the style ${name} as text, with its unit.`);
      return `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`;
    })
    .join(";");
}
