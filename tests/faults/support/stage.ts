import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { saveDraft } from "@/lib/applications/save-draft";
import { startApplication } from "@/lib/applications/start";
import type { Actor } from "@/lib/auth/actor";
import { connect, db, disconnect } from "@/lib/db";
import * as cast from "@/prisma/seed/cast";
import { rowsOf } from "../../../scripts/lib/databases";
import type { EmbeddedPostgres } from "../../../scripts/lib/embedded-postgres";
import { applyMigrations } from "../../../scripts/lib/migrations";
import { inData } from "../../../scripts/lib/paths";
import { type Portal, startPortal, whenReady } from "../../../scripts/lib/portal";
import { freePort } from "../../../scripts/lib/ports";
import { startScratchPostgres } from "../../../scripts/lib/scratch-postgres";
import { type Admissions, admissions, FULL } from "../../support/admissions";
import { actor, enrolled, milestoneId, SPRING_2026, startCohort } from "../../support/cohort";
import { NINE } from "../../support/signing-in";
import { DatabasePlug } from "./plug";
import { signedIn, type Visitor } from "./visitor";

/** Participants with study to log, applicants with an application to send, and whoever runs their cohorts. */
export type Cast = {
  staff: Admissions;
  participants: (Actor & { enrolmentId: string })[];
  study: string;
  drafts: { actor: Actor; id: string; reference: string }[];
};

/**
 * The built portal as a process of its own, on a PostgreSQL of its own that really writes to its log before it
 * says so, and that stays away when it is killed.
 */
export class Stage {
  readonly origin: string;
  readonly plug: DatabasePlug;
  readonly url: string;
  portal: Portal | undefined;

  private constructor(
    private readonly server: EmbeddedPostgres,
    private readonly env: Record<string, string>,
    readonly logFile: string,
    readonly cast: Cast,
  ) {
    this.url = env.DATABASE_URL ?? "";
    this.origin = env.NEXTAUTH_URL ?? "";
    this.plug = new DatabasePlug(server);
  }

  /** @param drafts how many applicants stand before the button that sends their application */
  static async open(name: string, { drafts = 0 } = {}): Promise<Stage> {
    const server = await startScratchPostgres(name, undefined, undefined, { durable: true, revive: false });
    try {
      const port = await freePort();
      const env = {
        NODE_ENV: "production",
        PORT: String(port),
        DATABASE_URL: server.url("portal"),
        PORTAL_EMBEDDED: "1",
        PORTAL_NOW: NINE.toISOString(),
        NEXTAUTH_URL: `http://localhost:${port}`,
        NEXTAUTH_SECRET: randomBytes(48).toString("base64url"),
        SMTP_URL: "",
        LOG_LEVEL: "debug",
      };
      await applyMigrations(env.DATABASE_URL, { onProgress: () => {} });
      const people = await makeCast(env.DATABASE_URL, drafts);
      mkdirSync(inData(), { recursive: true, mode: 0o700 });
      const logFile = inData(`${name}.log`);
      rmSync(logFile, { force: true });
      return new Stage(server, env, logFile, people);
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** Starts the portal and waits until it is ready. */
  async start(): Promise<Portal> {
    this.portal = startPortal(this.env, this.logFile);
    const state = await whenReady(this.portal, Number(this.env.PORT), 30_000);
    if (state !== "ready") throw new Error(`The portal is ${state}:\n${this.log().slice(-2000)}`);
    return this.portal;
  }

  /** Everything that the portal has printed, to both of its outputs. */
  log(): string {
    return readFileSync(this.logFile, "utf8");
  }

  rows<T extends Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> {
    return rowsOf<T>(this.url, sql, values);
  }

  as(person: Actor): Promise<Visitor> {
    return signedIn(this.url, this.origin, person.userId);
  }

  async close(): Promise<void> {
    await this.plug.restore();
    await this.portal?.stop();
    await this.server.stop();
  }
}

async function makeCast(url: string, count: number): Promise<Cast> {
  process.env.DATABASE_URL = url;
  (globalThis as { portalDb?: unknown }).portalDb = connect(url, 8);
  const staff = await admissions(400, 100);
  const running = await startCohort(staff.admin, staff.programmeId, SPRING_2026);
  const participants = await enrolled(staff.admin, running, cast.participants);
  const people = Array.from({ length: count }, (_, index) => `Dara Whitlock ${index}`);
  const drafts = await Promise.all(
    people.map(async (name) => {
      const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;
      const person = await actor({ name, email });
      const reference = await startApplication(person, { cohortId: staff.cohortId }, NINE);
      await saveDraft(person, { reference, version: 1, ...FULL, fullName: name }, NINE);
      const { id } = await db.application.findUniqueOrThrow({ where: { reference } });
      return { actor: person, id, reference };
    }),
  );
  const study = await milestoneId(running, 4);
  // What happens from here on is the portal's doing: this process keeps no line to the database.
  await disconnect();
  return { staff, participants, study, drafts };
}
