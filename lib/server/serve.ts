import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import next from "next";
import { sessionCookieName } from "../auth/cookie-names";
import { now } from "../clock";
import { env } from "../env";
import { errorFacts, log } from "../log";
import { actionKey } from "./action-key";
import { DatabaseWatch } from "./database-watch";
import { judge } from "./gate";
import { gather, guard } from "./intercept";
import { askForNothing, NotFoundPage } from "./not-found-page";
import { DATABASE_AWAY, FAULT, NOT_FOUND, OUT_OF_DATE, UNREADABLE } from "./plain-page";
import { contentSecurityPolicy, securityHeaders } from "./policy";
import { cacheKey, PublicPages } from "./public-pages";
import { sendNotFound, sendPlain, sendStored, wantsPage } from "./reply";
import { trust } from "./trust";
import { answerUnreadable, REQUEST_HEADER, wasUnreadable } from "./unreadable";

/**
 * An answer that has not begun by then, in milliseconds, may be a sign that the database hangs: it is asked, then
 * and as often again. With the time it is given to answer, people are told well within three seconds.
 */
const PATIENCE_MS = 1_500;
/** How long requests may go on after the word to stop. */
const FINISH_MS = 20_000;

/** Serves the built portal; the returned function stops it: requests and jobs finish first. */
export async function serve(): Promise<() => Promise<void>> {
  const { NEXTAUTH_URL: origin, NEXTAUTH_SECRET, PORT: port, DATABASE_URL, NODE_ENV } = env();
  const https = origin.startsWith("https:");
  const fixedHeaders = securityHeaders(https);
  const plainPolicy = contentSecurityPolicy({ https });
  const host = new URL(origin).host;
  const sessionCookie = sessionCookieName();

  const notFound = new NotFoundPage(() => askForNothing(port, host));
  const pages: PublicPages = new PublicPages(() => watch.listening);
  const watch: DatabaseWatch = new DatabaseWatch(DATABASE_URL, () => pages.clear());
  // After an action, Next fetches the page it leads to from this server. Left to itself it asks by https whenever
  // the portal is reached by https, which this port does not speak.
  process.env.__NEXT_PRIVATE_ORIGIN = `http://localhost:${port}`;
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ||= actionKey(NEXTAUTH_SECRET);
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
    // A handler's own 503 is its answer; a 500 is a fault; what Next says in a line of its own is said as a page.
    const takes = (status: number) =>
      status === 500 || (said(request, status) !== undefined && wantsPage(request));
    const answer = guard(response, takes, (status, take) => {
      if (status === 500) return void explain(request, response, take);
      take(() => {
        const { title, text } = said(request, status) ?? FAULT;
        response.setHeader("Content-Security-Policy", plainPolicy);
        const page = status === 404 ? notFound.find() : undefined;
        if (page) sendNotFound(request, response, page);
        else sendPlain(response, status, title, text);
      });
    });
    // Health has limits of its own, and says more than that the database is away.
    if (!request.url?.startsWith("/api/")) {
      const look = async () => {
        if (response.headersSent || response.closed) return;
        if (await watch.answers()) timer = setTimeout(look, PATIENCE_MS);
        else answer(() => sendAway(response, plainPolicy));
      };
      let timer = setTimeout(look, PATIENCE_MS);
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
    const answers = await watch.answers();
    const unreadable = wasUnreadable(request.headers[REQUEST_HEADER]);
    // Whether a form can be read has nothing to do with the database.
    if (!unreadable && (!answers || watch.unsettled)) return take(() => sendAway(response, plainPolicy));
    take(() => {
      response.setHeader("Content-Security-Policy", plainPolicy);
      if (unreadable) return sendPlain(response, 400, UNREADABLE.title, UNREADABLE.text);
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
        status === 200 && type.includes("text/html")
          ? rendered(body.toString("utf8"), response.getHeader("link"))
          : rendered(undefined);
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

  // A request without a Host needs none, the portal knows its own; nothing here is upgraded, except while developing.
  const options = { requireHostHeader: false, shouldUpgradeCallback: () => NODE_ENV === "development" };
  const server = createServer(options, (request, response) => {
    for (const [name, value] of fixedHeaders) response.setHeader(name, value);
    response.setHeader("Content-Security-Policy", plainPolicy);
    const ask = { method: request.method ?? "GET", url: request.url ?? "/", headers: request.headers };
    const verdict = judge(ask, origin);
    if (verdict.kind === "redirect") return void response.writeHead(308, { Location: verdict.to }).end();
    if (verdict.kind === "refuse") {
      return sendPlain(response, verdict.status, verdict.title, verdict.text);
    }
    trust(request, host, https);
    const key = cacheKey(request, sessionCookie);
    if (key === undefined) return pass(request, response);
    publicPage(key, request, response).catch((error: unknown) => {
      log.error({ event: "request.failed", error: errorFacts(error) });
      if (!response.headersSent) sendPlain(response, 500, FAULT.title, FAULT.text);
    });
  });
  answerUnreadable(server, [...fixedHeaders, ["Content-Security-Policy", plainPolicy]]);
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 65_000;

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, resolve);
  });
  await notFound.prepare();
  log.info({ event: "server.listening", port: (server.address() as AddressInfo).port });

  return async () => {
    log.info({ event: "server.stopping" });
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // A browser keeps its connection after its answer; left alone, each would be waited for.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const given = new Promise<void>((resolve) => setTimeout(resolve, FINISH_MS).unref());
    await Promise.race([closed, given]);
    clearInterval(sweep);
    await watch.stop();
    await stopJobs();
    log.info({ event: "server.stopped" });
  };
}

/** What is said instead of Next's own few words: a 404 is empty where scripts do not run, the others are for programs. */
function said(request: IncomingMessage, status: number): { title: string; text: string } | undefined {
  if (status === 404) return NOT_FOUND;
  if (request.method !== "POST") return undefined;
  return status === 409 ? OUT_OF_DATE : status === 400 ? UNREADABLE : undefined;
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
