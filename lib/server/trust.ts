import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { REQUEST_HEADER } from "./unreadable";

/** Headers that only the portal may set, and ones with which a request might talk Next into something. */
const DROPPED = [
  "x-nonce",
  "x-middleware-subrequest",
  "x-middleware-rewrite",
  "forwarded",
  "x-forwarded-port",
];
const STATE = "next-router-state-tree";

/** What only the portal and its proxies may say; whatever else a client sent under these names is dropped. */
export function trust(request: IncomingMessage, host: string, https: boolean): void {
  const headers = request.headers;
  headers.host = host;
  headers["x-forwarded-host"] = host;
  headers["x-forwarded-proto"] = https ? "https" : "http";
  headers["x-portal-client-ip"] = request.socket.remoteAddress ?? "";
  headers[REQUEST_HEADER] = randomUUID();
  for (const name of DROPPED) delete headers[name];
  // Without it Next sends the whole page; one that it cannot read would be a fault.
  if (headers[STATE] !== undefined && !isState(headers[STATE])) delete headers[STATE];
}

/** True for what the router of a browser sends. */
function isState(text: string | string[]): boolean {
  try {
    return isSegment(JSON.parse(decodeURIComponent(String(text))));
  } catch {
    return false;
  }
}

const DEEPEST = 30;

/** A segment of an address, its children by name, and more about it that does not matter here. */
function isSegment(state: unknown, depth = 0): boolean {
  if (!Array.isArray(state) || depth > DEEPEST) return false;
  const [segment, children] = state;
  const named = typeof segment === "string" || (Array.isArray(segment) && typeof segment[0] === "string");
  if (!named || typeof children !== "object" || children === null) return false;
  return Object.values(children).every((child) => isSegment(child, depth + 1));
}
