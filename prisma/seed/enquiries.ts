import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { db } from "@/lib/db";
import { answerEnquiry } from "@/lib/enquiries/answer";
import { askQuestion } from "@/lib/enquiries/ask";
import { setEnquiryAside } from "@/lib/enquiries/close";
import { standing } from "@/lib/enquiries/states";
import { ENQUIRIES, type EnquiryPart } from "./enquiries-cast";

/** Questions as visitors ask them and as staff deal with them, on days given. */

type People = { admin: Actor; manager: Actor };

const moment = (words: string) => {
  const [day = "", time = ""] = words.split(" ");
  return londonTime(day, time);
};

export async function seedEnquiries(people: People): Promise<void> {
  for (const [index, part] of ENQUIRIES.entries()) await seedEnquiry(people, part, index);
}

async function seedEnquiry(people: People, part: EnquiryPart, index: number): Promise<void> {
  const { name, email, programme, question, asked, answer, setAside } = part;
  const typed = { name, email, programme, question, formKey: randomUUID() };
  // A network of each one's own (RFC 5737), so that the limits do not count them together.
  const { reference } = await askQuestion({ ...typed, clientIp: `192.0.2.${index + 1}` }, moment(asked));
  const { id: enquiryId } = await db.enquiry.findUniqueOrThrow({
    where: { reference },
    select: { id: true },
  });
  const seen = standing("waiting", 0);
  if (answer) {
    const input = { enquiryId, seen, formKey: randomUUID(), body: answer.body };
    await answerEnquiry(people[answer.by], input, moment(answer.at));
  }
  if (setAside) {
    await setEnquiryAside(people.manager, { enquiryId, seen, reason: setAside.reason }, moment(setAside.at));
  }
}
