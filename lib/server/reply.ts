import type { IncomingMessage, ServerResponse } from "node:http";
import { plainPage } from "./plain-page";
import { type StoredPage, variant } from "./public-pages";

/** Sends one of the server's own pages. */
export function sendPlain(
  response: ServerResponse,
  status: number,
  title: string,
  text: string,
  headers: Record<string, string> = {},
): void {
  const body = Buffer.from(plainPage(title, text));
  response.writeHead(status, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Length": body.length,
    ...headers,
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

/** Sends a page from the cache, or 304 when the browser has it. */
export function sendStored(request: IncomingMessage, response: ServerResponse, page: StoredPage): void {
  response.setHeader("ETag", page.etag);
  response.setHeader("Vary", "Accept-Encoding, Cookie");
  // Browsers ask each time (a 304 costs little), so that a published change shows at once.
  response.setHeader("Cache-Control", "private, no-cache");
  if (request.headers["if-none-match"] === page.etag) {
    response.writeHead(304).end();
    return;
  }
  const { body, coding } = variant(page, request.headers["accept-encoding"] ?? "");
  if (coding) response.setHeader("Content-Encoding", coding);
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** True when a person's browser asks for a page, rather than a script for data. */
export function wantsPage(request: IncomingMessage): boolean {
  const { accept = "", rsc, "next-action": action } = request.headers;
  return !rsc && !action && accept.includes("text/html");
}
