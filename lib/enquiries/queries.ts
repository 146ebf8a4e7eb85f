import "server-only";
import type { Actor } from "../auth/actor";
import { dateTimeInLondon } from "../dates";
import { db } from "../db";
import { isId } from "../ids";
import { canAnswer } from "./policy";
import { extractOf, moment, rowOf, rowSelect } from "./rows";
import { isEnquiryReference } from "./schema";
import { standing, stateOf } from "./states";
import type { ContactChoice, EnquiryForStaff, EnquiryReceipt } from "./views";

const MOST_OTHERS = 20;

/** The programmes on offer, with where their questions go and how soon they are answered. */
export async function contactChoices(at: Date): Promise<ContactChoice[]> {
  return db.programme.findMany({
    where: { publishedAt: { lte: at } },
    select: { slug: true, shortName: true, title: true, contactEmail: true, contactReplyHours: true },
    orderBy: { position: "asc" },
  });
}

/** How the enquiry with that reference stands, for whoever has the reference: nothing that was typed. */
export async function enquiryReceipt(reference: string): Promise<EnquiryReceipt | null> {
  if (!isEnquiryReference(reference)) return null;
  const found = await db.enquiry.findUnique({
    where: { reference },
    select: { dueAt: true, answeredAt: true, closedAt: true },
  });
  if (!found) return null;
  return {
    reference,
    state: stateOf(found),
    dueAt: dateTimeInLondon(found.dueAt),
    answeredAt: found.answeredAt && dateTimeInLondon(found.answeredAt),
  };
}

/** An enquiry with its answers and the others from the same address; null for who may not. Three queries. */
export async function enquiryForStaff(actor: Actor, id: string, at: Date): Promise<EnquiryForStaff | null> {
  if (!canAnswer(actor) || !isId(id)) return null;
  const found = await db.enquiry.findUnique({
    where: { id },
    select: {
      ...rowSelect,
      closedBy: { select: { name: true } },
      answers: {
        select: { id: true, body: true, answeredAt: true, answeredBy: { select: { name: true } } },
        orderBy: [{ answeredAt: "asc" }, { id: "asc" }],
      },
    },
  });
  if (!found) return null;
  const others = await db.enquiry.findMany({
    where: { email: found.email, id: { not: id } },
    select: {
      id: true,
      reference: true,
      question: true,
      createdAt: true,
      answeredAt: true,
      closedAt: true,
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_OTHERS,
  });
  const { extract, ...row } = rowOf(found, at);
  return {
    ...row,
    question: found.question,
    standing: standing(row.state, found.answers.length),
    closedBy: found.closedBy?.name ?? null,
    answers: found.answers.map(({ answeredBy, answeredAt, ...answer }) => ({
      ...answer,
      by: answeredBy.name,
      answeredAt: moment(answeredAt),
    })),
    others: others.map((each) => ({
      id: each.id,
      reference: each.reference,
      extract: extractOf(each.question),
      askedAt: moment(each.createdAt),
      state: stateOf(each),
    })),
  };
}
