import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

/**
 * What cannot be read: requests that Node gives up before anybody sees them, and forms whose body is broken. Both
 * get an answer with the portal's headers, and neither counts as a fault of the portal's.
 */

const REASONS: Record<string, string> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** Answers what is no HTTP request, and expectations other than to go on; Node's own answers carry no headers. */
export function answerUnreadable(server: Server, headers: [string, string][]): void {
  const fixed = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
    const reason = REASONS[error.code ?? ""] ?? "400 Bad Request";
    socket.end(`HTTP/1.1 ${reason}\r\n${fixed}Cache-Control: no-store\r\nConnection: close\r\n\r\n`);
  });
  server.on("checkExpectation", (_: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    response.writeHead(417, { "Cache-Control": "no-store", Connection: "close" }).end();
  });
  // Without a listener the connection would be closed without a word, which is all that a tunnel deserves; said
  // here so that nobody adds one.
  server.on("connect", (_: IncomingMessage, socket: Duplex) => void socket.destroy());
}

/** The name under which the server in front tells Next's copy of the code which request this is. */
export const REQUEST_HEADER = "x-portal-request";

const KEY = Symbol.for("portal.unreadable-forms");
const MOST = 1_000;

/** Shared by the server in front and Next's own copy of the code, which import this file separately. */
function broken(): Set<string> {
  const shared = globalThis as unknown as Record<symbol, Set<string> | undefined>;
  shared[KEY] ??= new Set();
  return shared[KEY];
}

/** True for the errors of the two readers of multipart bodies that Next uses: with client JavaScript and without. */
export function isUnreadableForm(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /FormData|Unexpected end of form|Malformed part header|Multipart: Boundary not found|Malformed content type/i.test(
    error.message,
  );
}

/** Remembers that the form of that request could not be read. */
export function noteUnreadableForm(request: string | string[] | undefined): void {
  if (typeof request !== "string") return;
  const noted = broken();
  if (noted.size >= MOST) noted.clear();
  noted.add(request);
}

/** True, once, for a request whose form could not be read. */
export function wasUnreadable(request: string | string[] | undefined): boolean {
  return typeof request === "string" && broken().delete(request);
}
