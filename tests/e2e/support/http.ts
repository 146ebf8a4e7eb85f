import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { expect } from "@playwright/test";
import { ORIGIN } from "./matrix-people";

/** Requests written by hand: what no browser sends, and answers as they come over the line. */

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };
export type Ask = {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Sent in pieces, without saying how long it is. */
  chunked?: boolean;
};

export const HOST = new URL(ORIGIN).host;
const PORT = Number(new URL(ORIGIN).port || 80);
export const fromHere = { origin: ORIGIN };
export const asPage = { accept: "text/html" };

/** Asks the portal; redirects are not followed. The address goes out as it is, byte for byte. */
export function ask(
  path: string,
  { method = "GET", headers = {}, body, chunked }: Ask = {},
): Promise<Answer> {
  const length = body === undefined || chunked ? {} : { "content-length": String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: "127.0.0.1", port: PORT, path, method, headers: { host: HOST, ...length, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString("utf8"),
          }),
        );
        response.on("error", reject);
      },
    );
    sent.on("error", reject);
    if (chunked) sent.write("--");
    sent.end(body);
  });
}

/** A page as the router fetches it, past the redirect with which Next gives it an address of its own. */
export async function flight(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const first = await ask(path, { headers: { rsc: "1", ...headers } });
  const to = first.headers.location;
  if (first.status !== 307 || !to?.includes("_rsc")) return first;
  return ask(to, { headers: { rsc: "1", ...headers } });
}

/** Writes bytes to the portal's port and gives what comes back, head and all. */
export function raw(text: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(PORT, "127.0.0.1");
    let got = "";
    socket.setTimeout(5_000, () => socket.destroy(new Error(`No answer to ${text.slice(0, 40)}`)));
    socket.on("data", (data) => {
      got += data.toString("utf8");
    });
    socket.on("error", reject);
    socket.on("close", () => {
      const [head = "", ...rest] = got.split("\r\n\r\n");
      const [first = "", ...lines] = head.split("\r\n");
      const headers = Object.fromEntries(
        lines.map((line) => [line.split(":", 1)[0]?.toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
      );
      resolve({ status: Number(first.split(" ")[1]), headers, text: rest.join("\r\n\r\n") });
    });
    socket.write(text);
  });
}

/** A body of fields, as a form without scripts sends it; values may be bytes. */
export function multipart(fields: [string, string | Buffer][]): Ask {
  const edge = "----a-form-of-the-tests";
  const parts = fields.flatMap(([name, value]) => [
    Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
    Buffer.from(value),
    Buffer.from("\r\n"),
  ]);
  return {
    method: "POST",
    headers: { ...fromHere, ...asPage, "content-type": `multipart/form-data; boundary=${edge}` },
    body: Buffer.concat([...parts, Buffer.from(`--${edge}--\r\n`)]),
  };
}

/** The nonce that an answer's policy names. */
export function nonceOf({ headers }: Answer): string | undefined {
  return /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1];
}

/** What has to stand in every answer's head, whatever it answers (checklist, 31 and 34). */
export function expectPolicy({ headers }: Pick<Answer, "headers">, what: string): void {
  const policy = headers["content-security-policy"];
  expect(typeof policy, `${what} has one policy`).toBe("string");
  const directives = new Map(
    String(policy)
      .split(";")
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = "", ...values]) => [name, values.join(" ")]),
  );
  for (const name of ["object-src", "base-uri", "frame-ancestors"])
    expect(directives.get(name), `${what}: ${name}`).toBe("'none'");
  expect(directives.get("form-action"), `${what}: form-action`).toBe("'self'");
  expect(directives.get("default-src"), `${what}: default-src`).toBe("'self'");
  expect(directives.get("script-src"), `${what}: script-src`).toMatch(
    /^'self'( 'nonce-[A-Za-z0-9+/]{22}==')?$/,
  );
  expect(directives.get("style-src"), `${what}: style-src`).toBe("'self'");
  expect(headers["x-content-type-options"], what).toBe("nosniff");
  expect(headers["referrer-policy"], what).toBe("same-origin");
  expect(headers["permissions-policy"], what).toContain("camera=()");
  expect(headers["x-powered-by"], what).toBeUndefined();
  // The demo runs on http, where this header has no place; tests/unit/server-headers.test.ts has https.
  expect(headers["strict-transport-security"], what).toBeUndefined();
}
