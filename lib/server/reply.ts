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
  // Next's, for the page that this one stands in for.
  response.removeHeader("Link");
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
  sendBody(request, response, 200, page);
}

/** Sends the portal's page for what is not there. Never kept: the same address may be there tomorrow, or for another. */
export function sendNotFound(request: IncomingMessage, response: ServerResponse, page: StoredPage): void {
  response.setHeader("Vary", "Accept-Encoding");
  response.setHeader("Cache-Control", "no-store");
  sendBody(request, response, 404, page);
}

function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  page: StoredPage,
): void {
  const { body, coding } = variant(page, request.headers["accept-encoding"] ?? "");
  if (coding) response.setHeader("Content-Encoding", coding);
  if (page.ahead) response.setHeader("Link", page.ahead);
  else response.removeHeader("Link");
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", "Content-Length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** True when a person's browser asks for a page, rather than a script for data. */
export function wantsPage(request: IncomingMessage): boolean {
  const { accept = "", rsc, "next-action": action } = request.headers;
  return !rsc && !action && accept.includes("text/html");
}
