import { request } from "node:http";
import { errorFacts, log } from "../log";
import { type StoredPage, store } from "./public-pages";

/** An address that the portal does not have: Next renders app/not-found.tsx for it, in full. */
const NOWHERE = "/there-is-no-such-page";
const PATIENCE_MS = 10_000;

/**
 * The portal's page for what is not there, rendered once by Next for nobody in particular and kept without scripts.
 * Where a page itself finds that it has nothing to show, Next sends an empty one that only scripts fill: whoever
 * asks gets this one instead, in which nothing is theirs.
 */
export class NotFoundPage {
  private page: StoredPage | undefined;
  private asking: Promise<void> | undefined;

  /** `render` gives the page's HTML as Next sends it, or nothing when it did not work out. */
  constructor(private readonly render: () => Promise<string | undefined>) {}

  /** The page, or undefined while there is none; it is then asked for again, for those who come next. */
  find(): StoredPage | undefined {
    if (!this.page) void this.prepare();
    return this.page;
  }

  /** Has the page rendered, unless it is there or under way. Does not fail. */
  prepare(): Promise<void> {
    this.asking ??= this.render()
      .then((html) => {
        if (html?.includes("<h1")) this.page = store(html, 0);
      })
      .catch((error: unknown) => log.warn({ event: "not_found_page.failed", error: errorFacts(error) }))
      .finally(() => {
        this.asking = this.page ? this.asking : undefined;
      });
    return this.asking;
  }
}

/** Asks this server, by its own port, for a page that is not there: as a program, which gets Next's own answer. */
export function askForNothing(port: number, host: string): Promise<string | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<string | undefined>();
  const headers = { Accept: "*/*", Host: host };
  const options = { host: "localhost", port, path: NOWHERE, headers, agent: false, timeout: PATIENCE_MS };
  const asked = request(options, (response) => {
    const { "content-type": type = "" } = response.headers;
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.once("error", reject);
    response.once("end", () => {
      const right = response.statusCode === 404 && type.includes("text/html");
      resolve(right ? Buffer.concat(chunks).toString("utf8") : undefined);
    });
  });
  asked.once("timeout", () => asked.destroy(new Error("No answer in time")));
  asked.once("error", reject);
  asked.end();
  return promise;
}
