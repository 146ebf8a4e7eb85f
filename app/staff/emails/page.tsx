import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeadLetterList } from "@/components/emails/dead-letter-list";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { isAdministrator } from "@/lib/auth/actor";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { deadLetters } from "@/lib/email/dead-letters";
import { retry } from "./actions";

export const metadata: Metadata = { title: "E-mails that were given up" };

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export default async function DeadLettersPage({ searchParams }: Props) {
  const actor = await requireStaff("/staff/emails");
  if (!isAdministrator(actor)) notFound();
  const letters = await deadLetters(actor, now());
  const { done } = await searchParams;
  return (
    <>
      <PageHeading
        title="E-mails that were given up"
        caption="Refused for good, or not taken in eight tries over about 28 hours. Nobody has read them."
        back={{ href: "/staff", label: "Today" }}
      />
      {done ? (
        <div className="mb-5">
          <Notice tone="done">The e-mail is on its way again.</Notice>
        </div>
      ) : null}
      {letters.length > 0 ? (
        <DeadLetterList
          letters={letters.map((letter) => ({ ...letter, retry: retry.bind(null, letter.id) }))}
        />
      ) : (
        <p>There is none: every e-mail has gone out, or is being tried still.</p>
      )}
    </>
  );
}
