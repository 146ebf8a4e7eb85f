import type { ServerResponse } from "node:http";

/**
 * Takes hold of what Next is about to send. The functions here change one response object; nothing else in
 * the portal does.
 */

type Ending = {
  write: ServerResponse["write"];
  end: ServerResponse["end"];
  writeHead: ServerResponse["writeHead"];
};

const own = (response: ServerResponse): Ending => ({
  write: response.write.bind(response) as ServerResponse["write"],
  end: response.end.bind(response) as ServerResponse["end"],
  writeHead: response.writeHead.bind(response) as ServerResponse["writeHead"],
});

/** Answers a write that goes nowhere as if it had gone out. */
function discard(args: unknown[]): void {
  const callback = args.find((arg) => typeof arg === "function") as (() => void) | undefined;
  if (callback) queueMicrotask(callback);
}

/** Swallows whatever comes after: the response has been given by somebody else. */
function swallow(response: ServerResponse): void {
  response.write = ((...args: unknown[]) => {
    discard(args);
    return true;
  }) as ServerResponse["write"];
  response.end = ((...args: unknown[]) => {
    discard(args);
    return response;
  }) as ServerResponse["end"];
  response.writeHead = (() => response) as ServerResponse["writeHead"];
  response.setHeader = (() => response) as ServerResponse["setHeader"];
  response.flushHeaders = () => undefined;
}

const bytes = (chunk: unknown, encoding: unknown): Buffer =>
  typeof chunk === "string"
    ? Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8")
    : Buffer.from(chunk as Uint8Array);

/**
 * Has a page go out in one piece. Next hands it over in some twenty, each a call to the system: together a tenth of
 * what the page costs. Nobody waits longer for it, because pages begin when all their data is there. Anything but a
 * page goes as it comes. The returned function forgets what has been handed over so far.
 */
function inOnePiece(response: ServerResponse): () => void {
  const { write, end } = own(response);
  let pieces: Buffer[] = [];
  const isPage = () => String(response.getHeader("content-type") ?? "").startsWith("text/html");
  response.write = ((...args: unknown[]) => {
    if (!isPage()) return (write as (...args: unknown[]) => boolean)(...args);
    pieces.push(bytes(args[0], args[1]));
    discard(args);
    return true;
  }) as ServerResponse["write"];
  response.end = ((...args: unknown[]) => {
    if (pieces.length === 0) return (end as (...args: unknown[]) => ServerResponse)(...args);
    const [chunk, encoding] = args;
    if (typeof chunk === "string" || chunk instanceof Uint8Array) pieces.push(bytes(chunk, encoding));
    const last = args.filter((arg) => typeof arg === "function");
    return (end as (...args: unknown[]) => ServerResponse)(Buffer.concat(pieces), ...last);
  }) as ServerResponse["end"];
  return () => {
    pieces = [];
  };
}

/**
 * Takes the answer out of Next's hands: `onTaken` gives another one when Next is about to send a status that
 * `takes` names, and the returned function does so at any time before something has been sent.
 */
export function guard(
  response: ServerResponse,
  takes: (status: number) => boolean,
  onTaken: (status: number, answer: (send: () => void) => void) => void,
): (send: () => void) => boolean {
  const forget = inOnePiece(response);
  // Next sends the head by itself just before the first piece of the body: a second call to the system, and with
  // it a twentieth of what a page costs. It goes with that piece.
  response.flushHeaders = () => undefined;
  const { write, end, writeHead } = own(response);
  const setHeader = response.setHeader.bind(response);
  let taken = false;
  const answer = (send: () => void): boolean => {
    if (response.headersSent || (taken && response.writableEnded)) return false;
    taken = true;
    forget();
    Object.assign(response, { write, end, writeHead, setHeader });
    for (const name of ["Content-Encoding", "Transfer-Encoding", "Content-Length", "ETag"])
      response.removeHeader(name);
    send();
    swallow(response);
    return true;
  };
  /** True once the answer is no longer Next's; asked before anything of it can reach the line. */
  const isTaken = (status: number): boolean => {
    if (taken || response.headersSent || !takes(status)) return taken;
    taken = true;
    swallow(response);
    onTaken(status, (send) => void answer(send));
    return true;
  };
  // Next's compression keeps hold of these two and writes later: what it has left when the answer is taken would
  // stand, without a head, before the answer that is given instead.
  response.write = ((...args: unknown[]) => {
    if (!isTaken(response.statusCode)) return (write as (...args: unknown[]) => boolean)(...args);
    discard(args);
    return true;
  }) as ServerResponse["write"];
  response.end = ((...args: unknown[]) => {
    if (!isTaken(response.statusCode)) return (end as (...args: unknown[]) => ServerResponse)(...args);
    discard(args);
    return response;
  }) as ServerResponse["end"];
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (isTaken(status)) return response;
    return (writeHead as (...args: unknown[]) => ServerResponse)(status, ...rest);
  }) as ServerResponse["writeHead"];
  return answer;
}

/** Gathers the whole body instead of sending it, then hands it over with the status and content type. */
export function gather(
  response: ServerResponse,
  whole: (status: number, type: string, body: Buffer, release: () => void) => void,
): void {
  const { write, end, writeHead } = own(response);
  const chunks: Buffer[] = [];
  const take = (args: unknown[]) => {
    const [chunk, encoding] = args;
    if (typeof chunk === "string" || chunk instanceof Uint8Array) chunks.push(bytes(chunk, encoding));
    discard(args);
  };
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    const headers = rest.find((arg) => typeof arg === "object" && arg !== null);
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value as string);
    return response;
  }) as ServerResponse["writeHead"];
  response.flushHeaders = () => undefined;
  response.write = ((...args: unknown[]) => {
    take(args);
    return true;
  }) as ServerResponse["write"];
  response.end = ((...args: unknown[]) => {
    take(args);
    const release = () => Object.assign(response, { write, end, writeHead });
    whole(
      response.statusCode,
      String(response.getHeader("content-type") ?? ""),
      Buffer.concat(chunks),
      release,
    );
    return response;
  }) as ServerResponse["end"];
}
