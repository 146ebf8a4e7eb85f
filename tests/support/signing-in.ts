import type { Actor } from "@/lib/auth/actor";
import { askForLink } from "@/lib/auth/ask-for-link";
import { appointFirstAdministrator } from "@/lib/auth/first-administrator";
import { redeemCode, redeemLink, type SignedIn } from "@/lib/auth/redeem";
import { readSession } from "@/lib/auth/session-store";
import { db } from "@/lib/db";
import { newToken } from "@/lib/ids";

/** The frozen morning of these tests, and instants after it. */
export const NINE = new Date("2026-11-23T09:00:00Z");
export const minutesLater = (minutes: number, from = NINE) => new Date(from.getTime() + minutes * 60_000);

export type Letter = { token: string; code: string; text: string; subject: string };

/** The newest e-mail to that address that carries a way in. */
export async function letterTo(email: string): Promise<Letter> {
  const { text, subject } = await db.outboxMessage.findFirstOrThrow({
    where: { toAddress: email, secret: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const token = /\/sign-in\/link\?token=([\w-]{43})/.exec(text)?.[1] ?? "";
  const code = /^\s*(\d{6})\s*$/m.exec(text)?.[1] ?? "";
  return { token, code, text, subject };
}

let connections = 0;
/** A network of its own, so that one test's asking does not use up another's limit. */
export const someIp = () => `198.51.${Math.floor(++connections / 250)}.${connections % 250}`;

/** One browser: the two cookies it holds, and what a person does with it. */
export class Browser {
  secret = newToken();
  session: string | null = null;
  constructor(readonly ip = someIp()) {}

  async ask(email: string, at: Date, returnTo?: string): Promise<Letter> {
    await askForLink({ email, returnTo, browserSecret: this.secret, clientIp: this.ip }, at);
    return letterTo(email.toLowerCase());
  }

  async followLink(token: string, at: Date): Promise<SignedIn> {
    return this.keep(await redeemLink({ token, browserSecret: this.secret, sessionToken: this.session }, at));
  }

  async typeCode(code: string, at: Date): Promise<SignedIn> {
    const { secret: browserSecret, session: sessionToken, ip: clientIp } = this;
    return this.keep(await redeemCode({ code, browserSecret, sessionToken, clientIp }, at));
  }

  async signIn(email: string, at: Date): Promise<SignedIn> {
    return this.followLink((await this.ask(email, at)).token, at);
  }

  /** Who the portal takes this browser for. */
  async who(at: Date): Promise<Actor | null> {
    return (await readSession(this.session, at))?.actor ?? null;
  }

  private keep(signedIn: SignedIn): SignedIn {
    this.session = signedIn.token;
    return signedIn;
  }
}

/** Signs somebody in, in a browser of their own. */
export async function signedIn(email: string, at: Date): Promise<{ actor: Actor; browser: Browser }> {
  const browser = new Browser();
  return { actor: (await browser.signIn(email, at)).actor, browser };
}

/** The first administrator, Grace Adeyemi, signed in. */
export async function administrator(at: Date): Promise<{ actor: Actor; browser: Browser }> {
  const email = "grace.adeyemi@example.org";
  await appointFirstAdministrator({ email, name: "Grace Adeyemi" }, at);
  return signedIn(email, at);
}

/** How many of these succeeded. */
export async function succeeded(attempts: Promise<unknown>[]): Promise<number> {
  return (await Promise.allSettled(attempts)).filter(({ status }) => status === "fulfilled").length;
}

/** A value where the types promise another: what a forged form sends. */
export const forged = <T>(value: unknown): T => value as T;
