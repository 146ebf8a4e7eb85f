import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { publishWebinar } from "@/lib/webinars/publish";
import { registerForWebinar } from "@/lib/webinars/register";
import { changeWebinar, createWebinar } from "@/lib/webinars/save";
import type { WebinarDetails } from "@/lib/webinars/schema";
import { NINE, someIp } from "./signing-in";

/** Webinars and those who register for them, made through the verbs. */

/** On a Thursday, ten days after the frozen morning. */
export const DETAILS: WebinarDetails = {
  programme: "npqel",
  title: "Fees, funding and time",
  description: "What it costs, who pays, and **how much time** it takes.",
  day: "2026-12-03",
  startTime: "16:00",
  endTime: "16:45",
  joiningUrl: "https://meet.example.org/fees",
  capacity: null,
};
export const ENDED = new Date("2026-12-03T16:45:00Z");

export async function draft(actor: Actor, part: Partial<WebinarDetails> = {}, at = NINE): Promise<string> {
  return createWebinar(actor, { formKey: randomUUID(), ...DETAILS, ...part }, at);
}

export async function webinar(actor: Actor, part: Partial<WebinarDetails> = {}, at = NINE): Promise<string> {
  const webinarId = await draft(actor, part, at);
  await publishWebinar(actor, { webinarId, version: 1 }, at);
  return webinarId;
}

export const change = (actor: Actor, webinarId: string, version: number, part = {}, at = NINE) =>
  changeWebinar(actor, { webinarId, version, ...DETAILS, ...part }, at);

let people = 0;
export const someone = () => `maya.lindqvist.${++people}@example.org`;

type Typed = { email?: string; formKey?: string; name?: string; clientIp?: string };
export const register = (webinarId: string, typed: Typed = {}, at = NINE) =>
  registerForWebinar(
    {
      webinarId,
      name: "Maya Lindqvist",
      email: someone(),
      formKey: randomUUID(),
      clientIp: someIp(),
      ...typed,
    },
    at,
  );

/** Registers somebody new and gives their address and the token in their e-mail. */
export async function registered(webinarId: string, at = NINE) {
  const email = someone();
  await register(webinarId, { email }, at);
  return { email, token: await tokenOf(email) };
}

export const letters = (toAddress: string) =>
  db.outboxMessage.findMany({ where: { toAddress }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
export const templates = async (toAddress: string) =>
  (await letters(toAddress)).map(({ template }) => template);
/** The token in the newest e-mail that has one. */
export async function tokenOf(email: string): Promise<string> {
  const texts = (await letters(email)).map(({ text }) => /\/webinars\/places\/([\w-]{43})/.exec(text)?.[1]);
  return texts.filter(Boolean).at(-1) ?? "";
}
export const read = (id: string) =>
  db.webinar.findUniqueOrThrow({ where: { id }, include: { registrations: true } });
export const audit = async (subjectId: string) =>
  (await db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(
    ({ actorId, action }) => `${actorId ? "staff" : "portal"}: ${action}`,
  );

/** The file that came with the newest e-mail, its properties by name, lines joined again (RFC 5545). */
export async function calendarTo(email: string): Promise<Record<string, string>> {
  const files = (await letters(email)).flatMap(({ attachments }) => attachments ?? []);
  const file = files.at(-1) as { type: string; text: string } | undefined;
  const lines = (file?.text ?? "").replace(/\r\n[ \t]/g, "").split("\r\n");
  const entries = lines.map((line) => {
    const [, name = "", value = ""] = /^([A-Z-]+)[^:]*:(.*)$/.exec(line) ?? [];
    return [name, value];
  });
  return { type: file?.type ?? "", ...Object.fromEntries(entries) };
}
