import { crc32, inflateRawSync } from "node:zlib";

/** A reader of workbooks that shares nothing with their writer: the zip by Node's own zlib, the XML by the rules. */

/** The files of a zip by their names, from its central directory. @throws Error for whatever does not agree */
export function unzipped(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0) throw new Error("no end of a central directory");
  if (end + 22 + zip.readUInt16LE(end + 20) !== zip.length) throw new Error("something after the end");
  const count = zip.readUInt16LE(end + 10);
  const from = zip.readUInt32LE(end + 16);
  if (from + zip.readUInt32LE(end + 12) !== end) throw new Error("the directory is not where it should be");
  const files = new Map<string, string>();
  let at = from;
  for (let entry = 0; entry < count; entry++) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error("no entry of the directory");
    const [method, sum] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 16)];
    const [packed, size] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)];
    const [name, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const called = zip.toString("utf8", at + 46, at + 46 + name);
    if (zip.readUInt32LE(local) !== 0x04034b50) throw new Error(`no file where ${called} should begin`);
    const own = zip.toString("utf8", local + 30, local + 30 + zip.readUInt16LE(local + 26));
    if (own !== called || files.has(called)) throw new Error(`${called} is called ${own}, or is there twice`);
    const begins = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const raw = zip.subarray(begins, begins + packed);
    const content = method === 8 ? inflateRawSync(raw) : raw;
    if (content.length !== size || crc32(content) !== sum) throw new Error(`${called} is damaged`);
    files.set(called, new TextDecoder("utf-8", { fatal: true }).decode(content));
    at += 46 + name + extra + comment;
  }
  if (at !== end) throw new Error("the directory has more than it says");
  return files;
}

export type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] };

const NAME = "[A-Za-z_][\\w:.-]*";
const TAG = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>`, "y");
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The root of an XML document without comments and sections, as the portal writes them. @throws Error where it is not well-formed */
export function parseXml(text: string): Element {
  const declaration = /^<\?xml version="1\.0" encoding="UTF-8" standalone="yes"\?>/.exec(text);
  if (!declaration) throw new Error("no declaration");
  if (/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/u.test(text) || !text.isWellFormed())
    throw new Error("a character that XML has not");
  const document: Element = { name: "", attributes: {}, children: [] };
  const open = [document];
  let at = declaration[0].length;
  while (at < text.length) {
    const inside = open.at(-1) as Element;
    const next = text.indexOf("<", at);
    if (next !== at) {
      inside.children.push(plain(text.slice(at, next < 0 ? text.length : next)));
      if (next < 0) break;
      at = next;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(text);
    if (!tag) throw new Error(`no tag: ${text.slice(at, at + 40)}`);
    const [whole, closes, name = "", list = "", empty] = tag;
    at += whole.length;
    if (closes) {
      if (open.pop()?.name !== name) throw new Error(`${name} is closed and was not opened`);
      continue;
    }
    const element: Element = { name, attributes: attributesOf(list), children: [] };
    inside.children.push(element);
    if (!empty) open.push(element);
  }
  const [root, ...more] = document.children;
  if (open.length !== 1 || more.length > 0 || typeof root !== "object") throw new Error("not one whole root");
  return root;
}

function attributesOf(list: string): Record<string, string> {
  const found = [...list.matchAll(new RegExp(`(${NAME})="([^"]*)"`, "g"))];
  const names = found.map(([, name = ""]) => name);
  if (new Set(names).size !== names.length) throw new Error(`an attribute is there twice: ${list}`);
  return Object.fromEntries(found.map(([, name = "", value = ""]) => [name, plain(value)]));
}

function plain(text: string): string {
  return text.replace(/&([^;]*;?)/g, (_, entity: string) => {
    const sign = ENTITIES[entity.replace(/;$/, "")];
    if (!sign || !entity.endsWith(";")) throw new Error(`&${entity} is no entity`);
    return sign;
  });
}

/** All elements of a name, in order, however deep. */
export function elements(of: Element, name: string): Element[] {
  return of.children.flatMap((child) =>
    typeof child === "string" ? [] : [...(child.name === name ? [child] : []), ...elements(child, name)],
  );
}

/** An element's text. */
export const textOf = (of: Element): string =>
  of.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
