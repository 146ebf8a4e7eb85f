import { z } from "zod";

/**
 * The portal's environment, parsed once at boot. A missing or bad value stops the start with one clear
 * line naming it (see scripts/serve.ts). The README's table lists every variable.
 */

const origin = z
  .url({ protocol: /^https?$/, error: "must be an http or https address" })
  .transform((text, ctx) => {
    const url = new URL(text);
    if (url.pathname !== "/" || url.search || url.hash || url.username) {
      ctx.addIssue({ code: "custom", message: "must be an origin only, such as https://npq.example.org" });
    }
    return url.origin;
  });

/** https, or a provider on this very machine. */
const issuer = z.url({ protocol: /^https?$/, error: "must be an https address" }).refine((text) => {
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || ["localhost", "127.0.0.1"].includes(hostname);
}, "must be an https address");

const OIDC = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "OIDC_NAME"] as const;

/** 32 characters of at least 12 kinds: rejects "changeme", repeated letters and the like. */
const secret = z
  .string({ error: "is missing" })
  .min(32, "must have at least 32 characters: openssl rand -base64 48 makes one")
  .refine((s) => new Set(s).size >= 12, "is too regular to be a secret: openssl rand -base64 48 makes one");

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
    DATABASE_URL: z
      .string({ error: "is missing: without it, npm start runs an embedded PostgreSQL" })
      .regex(/^postgres(ql)?:\/\//, "must start with postgresql://"),
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: secret,
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, "must start with smtp:// or smtps://")
      .optional(),
    MAIL_FROM: z.string().min(3).max(254).default("NPQ portal <npq@portal.example.org>"),
    PORT: z.coerce.number().int().min(1).max(65535).default(3000),
    PORTAL_NOW: z.iso
      .datetime({ offset: true, error: "must be an ISO date-time such as 2026-11-23T09:00:00Z" })
      .optional(),
    /** Set by npm start when it runs the embedded demo; never by hand. */
    PORTAL_EMBEDDED: z.literal("1").optional(),
    /** How many proxies of one's own stand in front and append to X-Forwarded-For. */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
    /** Staff's OpenID Connect provider; all four or none. */
    OIDC_ISSUER: issuer.optional(),
    OIDC_CLIENT_ID: z.string().min(1).max(200).optional(),
    OIDC_CLIENT_SECRET: z.string().min(16, "must have at least 16 characters").optional(),
    OIDC_NAME: z.string().min(2).max(60).optional(),
    /** Whether staff who sign in by e-mail need a second factor; without it, in production they do. */
    STAFF_SECOND_FACTOR: z.enum(["required", "offered"]).optional(),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  })
  .superRefine((env, ctx) => {
    const missing = OIDC.filter((name) => env[name] === undefined);
    if (missing.length > 0 && missing.length < OIDC.length) {
      for (const name of missing)
        ctx.addIssue({ code: "custom", path: [name], message: "is missing: the four OIDC_ go together" });
    }
    const embedded = env.PORTAL_EMBEDDED === "1";
    if (env.NODE_ENV !== "production" || embedded) return;
    if (env.PORTAL_NOW) {
      ctx.addIssue({ code: "custom", path: ["PORTAL_NOW"], message: "is refused in production" });
    }
    if (!env.SMTP_URL) {
      ctx.addIssue({ code: "custom", path: ["SMTP_URL"], message: "is missing: sign-in links go by e-mail" });
    }
  });

export type Env = z.infer<typeof schema>;

/** Parses an environment; throws an Error whose message is the one clear line to print. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(filled);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new Error(`Cannot start: ${[...new Set(problems)].join("; ")}.`);
}

let parsed: Env | undefined;

/** The process's environment, parsed on first use and kept. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** True when the embedded demo runs: its own database, its mailbox page, its movable clock. */
export function isEmbeddedDemo(): boolean {
  return env().PORTAL_EMBEDDED === "1";
}

/** The staff's provider as it is configured, or null. */
export function staffProvider(): {
  issuer: string;
  clientId: string;
  clientSecret: string;
  name: string;
} | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_NAME) return null;
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: OIDC_NAME,
  };
}

/** Whether staff who sign in by e-mail have to have a second factor. */
export function secondFactorIsRequired(): boolean {
  const { STAFF_SECOND_FACTOR, NODE_ENV } = env();
  if (STAFF_SECOND_FACTOR) return STAFF_SECOND_FACTOR === "required";
  return NODE_ENV === "production" && !isEmbeddedDemo();
}
