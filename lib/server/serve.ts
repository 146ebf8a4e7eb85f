import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import next from "next";
import { sessionCookieName } from "../auth/cookie-names";
import { now } from "../clock";
import { env } from "../env";
import { errorFacts, log } from "../log";
import { DatabaseWatch } from "./database-watch";
import { judge } from "./gate";
import { gather, guard } from "./intercept";
import { DATABASE_AWAY, FAULT, NOT_FOUND } from "./plain-page";
import { contentSecurityPolicy, securityHeaders } from "./policy";
import { cacheKey, PublicPages } from "./public-pages";
import { sendPlain, sendStored, wantsPage } from "./reply";

/** A page that has not begun by then is a sign that the database hangs; people are told within three seconds. */
const PATIENCE_MS = 2_200;
/** How long requests may go on after the word to stop. */
const FINISH_MS = 20_000;

/** Serves the built portal; the returned function stops it: requests and jobs finish first. */
export async function serve(): Promise<() => Promise<void>> {
  const { NEXTAUTH_URL: origin, PORT: port, DATABASE_URL, NODE_ENV } = env();
  const https = origin.startsWith("https:");
  const fixedHeaders = securityHeaders(https);
  const plainPolicy = contentSecurityPolicy({ https });
  const host = new URL(origin).host;
  const sessionCookie = sessionCookieName();

  const pages: PublicPages = new PublicPages(() => watch.listening);
  const watch: DatabaseWatch = new DatabaseWatch(DATABASE_URL, () => pages.clear());
  // After an action, Next fetches the page it leads to from this server. Left to itself it asks by https whenever
  // the portal is reached by https, which this port does not speak.
  process.env.__NEXT_PRIVATE_ORIGIN = `http://localhost:${port}`;
  const app = next({ dev: NODE_ENV === "development", dir: process.cwd(), hostname: "localhost", port });
  await app.prepare();
  const render = app.getRequestHandler();
  await watch.start();

  /** Hands a request to Next, with the headers that Next and the portal may trust set by us and no one else. */
  function pass(request: IncomingMessage, response: ServerResponse): void {
    const nonce = randomBytes(16).toString("base64");
    const policy = contentSecurityPolicy({ nonce, https });
    response.setHeader("Content-Security-Policy", policy);
    request.headers["content-security-policy"] = policy;
    // A handler's own 503 is its answer; a 500 is a fault; a 404 from Next is empty where scripts do not run.
    const takes = (status: number) => status === 500 || (status === 404 && wantsPage(request));
    const answer = guard(response, takes, (status, take) => {
      if (status === 500) return void explain(request, response, take);
      take(() => {
        response.setHeader("Content-Security-Policy", plainPolicy);
        sendPlain(response, 404, NOT_FOUND.title, NOT_FOUND.text);
      });
    });
    if (wantsPage(request)) {
      const timer = setTimeout(async () => {
        if (response.headersSent || (await watch.answers())) return;
        answer(() => sendAway(response, plainPolicy));
      }, PATIENCE_MS);
      response.once("close", () => clearTimeout(timer));
    }
    render(request, response).catch((error: unknown) => {
      log.error({ event: "request.failed", error: errorFacts(error) });
      if (!response.headersSent) answer(() => sendPlain(response, 500, FAULT.title, FAULT.text));
    });
  }

  /** A fault: is it the database, or us? */
  async function explain(
    request: IncomingMessage,
    response: ServerResponse,
    take: (send: () => void) => void,
  ): Promise<void> {
    const away = !(await watch.answers());
    if (away) return take(() => sendAway(response, plainPolicy));
    take(() => {
      response.setHeader("Content-Security-Policy", plainPolicy);
      if (wantsPage(request)) sendPlain(response, 500, FAULT.title, FAULT.text);
      else response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" }).end(FAULT.text);
    });
  }

  async function publicPage(key: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ready = pages.find(key, now().getTime()) ?? (await pages.underWay(key));
    response.setHeader("Content-Security-Policy", plainPolicy);
    if (ready) return sendStored(request, response, ready);
    if (request.method === "HEAD") return pass(request, response);
    const rendered = pages.begin(key, () => now().getTime());
    response.once("close", () => rendered(undefined));
    const accepts = request.headers["accept-encoding"];
    request.headers["accept-encoding"] = "identity";
    gather(response, (status, type, body, release) => {
      release();
      const page =
        status === 200 && type.includes("text/html") ? rendered(body.toString("utf8")) : rendered(undefined);
      request.headers["accept-encoding"] = accepts;
      response.setHeader(
        "Content-Security-Policy",
        page ? plainPolicy : (response.getHeader("Content-Security-Policy") ?? plainPolicy),
      );
      if (page) return sendStored(request, response, page);
      response.writeHead(status).end(body);
    });
    pass(request, response);
  }

  const server = createServer((request, response) => {
    for (const [name, value] of fixedHeaders) response.setHeader(name, value);
    response.setHeader("Content-Security-Policy", plainPolicy);
    const ask = { method: request.method ?? "GET", url: request.url ?? "/", headers: request.headers };
    const verdict = judge(ask, origin);
    if (verdict.kind === "redirect") return void response.writeHead(308, { Location: verdict.to }).end();
    if (verdict.kind === "refuse") {
      return sendPlain(response, verdict.status, verdict.title, verdict.text, { Connection: "close" });
    }
    trust(request, host, https);
    const key = cacheKey(request, sessionCookie);
    if (key === undefined) return pass(request, response);
    publicPage(key, request, response).catch((error: unknown) => {
      log.error({ event: "request.failed", error: errorFacts(error) });
      if (!response.headersSent) sendPlain(response, 500, FAULT.title, FAULT.text);
    });
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 65_000;

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, resolve);
  });
  log.info({ event: "server.listening", port: (server.address() as AddressInfo).port });

  return async () => {
    log.info({ event: "server.stopping" });
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const given = new Promise<void>((resolve) => setTimeout(resolve, FINISH_MS).unref());
    await Promise.race([closed, given]);
    await watch.stop();
    await stopJobs();
    log.info({ event: "server.stopped" });
  };
}

/** What only the portal and its proxies may say; whatever else a client sent under these names is dropped. */
function trust(request: IncomingMessage, host: string, https: boolean): void {
  const headers = request.headers;
  headers.host = host;
  headers["x-forwarded-host"] = host;
  headers["x-forwarded-proto"] = https ? "https" : "http";
  headers["x-portal-client-ip"] = request.socket.remoteAddress ?? "";
  for (const name of [
    "x-nonce",
    "x-middleware-subrequest",
    "x-middleware-rewrite",
    "forwarded",
    "x-forwarded-port",
  ])
    delete headers[name];
}

/** instrumentation.ts leaves its way to stop the jobs here; it runs inside Next's own copy of the code. */
async function stopJobs(): Promise<void> {
  const stop = (globalThis as Record<symbol, unknown>)[Symbol.for("portal.stop")];
  if (typeof stop === "function") await stop();
}

function sendAway(response: ServerResponse, policy: string): void {
  response.setHeader("Content-Security-Policy", policy);
  sendPlain(response, 503, DATABASE_AWAY.title, DATABASE_AWAY.text, { "Retry-After": "30" });
}
