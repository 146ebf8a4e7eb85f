import type { APIRequestContext, APIResponse } from "@playwright/test";

/** Forms as they stand in a page's HTML, and sent as a browser without scripts sends them. */

const ENTITIES: Record<string, string> = { amp: "&", quot: '"', lt: "<", gt: ">", "#x27": "'", "#39": "'" };
const decoded = (text: string) => text.replace(/&(#?\w+);/g, (whole, name) => ENTITIES[name] ?? whole);

/** The hidden fields of the form with that button; undefined where the page shows no such form. */
export function hiddenFields(html: string, button: string): Record<string, string> | undefined {
  const form = (html.match(/<form[\s\S]*?<\/form>/g) ?? []).find((each) =>
    (each.match(/<button[\s\S]*?<\/button>/g) ?? []).some((one) => one.includes(`>${button}<`)),
  );
  if (!form) return undefined;
  const fields: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(input)?.[1];
    if (name) fields[decoded(name)] = decoded(/\bvalue="([^"]*)"/.exec(input)?.[1] ?? "");
  }
  return fields;
}

/** The form's hidden fields, and a fault in words where the page does not show the form. */
export async function formOf(person: APIRequestContext, path: string, button: string) {
  const page = await person.get(path, { maxRedirects: 0 });
  const fields = hiddenFields(await page.text(), button);
  if (!fields) throw new Error(`${path} (${page.status()}) shows no form with the button "${button}"`);
  return fields;
}

/** Sends a form as a page of `origin` would; a group of ticks has several values. */
export function send(
  person: APIRequestContext,
  path: string,
  fields: Record<string, string | readonly string[]>,
  headers: Record<string, string>,
): Promise<APIResponse> {
  const multipart = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const each of [value].flat()) multipart.append(name, each);
  return person.post(path, { multipart, headers, maxRedirects: 0 });
}
