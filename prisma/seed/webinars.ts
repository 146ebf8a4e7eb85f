import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { addRecording } from "@/lib/webinars/add-recording";
import { giveUpPlace } from "@/lib/webinars/give-up";
import { placeToken } from "@/lib/webinars/place-link";
import { publishWebinar } from "@/lib/webinars/publish";
import { registerForWebinar } from "@/lib/webinars/register";
import { createWebinar } from "@/lib/webinars/save";
import { WEBINARS, type WebinarPart } from "./webinars-cast";

/** Webinars as staff hold them and as visitors register for them, on days given. */

type Deliver = (at: Date) => Promise<void>;

const moment = (words: string) => {
  const [day = "", time = ""] = words.split(" ");
  return londonTime(day, time);
};

/** `deliver` sends what is waiting at an instant, so that the mailbox holds each e-mail under its own day. */
export async function seedWebinars(manager: Actor, deliver: Deliver): Promise<void> {
  for (const [index, part] of WEBINARS.entries()) await seedWebinar(manager, part, index, deliver);
}

async function seedWebinar(
  manager: Actor,
  part: WebinarPart,
  index: number,
  deliver: Deliver,
): Promise<void> {
  const { made, isDraft, people, recording, ...details } = part;
  const webinarId = await createWebinar(manager, { formKey: randomUUID(), ...details }, moment(made));
  if (isDraft) return;
  await publishWebinar(manager, { webinarId, version: 1 }, moment(made));
  for (const [position, { name, at, givenUp }] of people.entries()) {
    const email = `${name
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z]+/g, ".")}@example.org`;
    // A network of each one's own (RFC 5737), so that the limits do not count them together.
    const clientIp = `203.0.113.${index * 20 + position + 1}`;
    const typed = { name, email, formKey: randomUUID(), clientIp, webinarId };
    await registerForWebinar(typed, moment(at));
    await deliver(moment(at));
    if (givenUp) {
      const where = { webinarId_email: { webinarId, email } };
      const { id } = await db.webinarRegistration.findUniqueOrThrow({ where, select: { id: true } });
      await giveUpPlace(placeToken(id), moment(givenUp));
      await deliver(moment(givenUp));
    }
  }
  if (recording) {
    await addRecording(manager, { webinarId, version: 2, recordingUrl: recording.url }, moment(recording.at));
    await deliver(moment(recording.at));
  }
}
