import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { readByDay } from "@/lib/applications/deadlines";
import { longDate } from "@/lib/dates";
import { findOwn } from "../../find";

export const metadata: Metadata = { title: "Your application is sent" };

/** The confirmation: what to quote, what happens next and by when. */
export default async function SentPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { submittedOn, programme, cohort, answers, equalityDone } = await findOwn(reference, "/sent");
  const home = `/applications/${reference}`;
  if (!submittedOn) redirect(home);
  const registered = answers.dfeRegistration === "registered";
  return (
    <div className="max-w-prose pt-8">
      <Card tone="panel" className="sent-panel mb-8">
        <h1>Your application is sent</h1>
        <p className="mt-3">Your reference</p>
        <p className="sent-reference">{reference}</p>
      </Card>
      <p className="mb-6">
        Thank you for applying for {programme.shortName} {programme.title}, {cohort.name}. We have e-mailed
        you a copy of your answers, and you can <a href={`${home}/copy`}>read and print it here</a>.
      </p>
      <h2 className="mb-3">What happens next</h2>
      <ol className="stack-list mb-6">
        <li>
          We ask your sponsor, {answers.sponsorName}, by e-mail to endorse your application. You need not send
          them anything.
        </li>
        {registered ? null : (
          <li>
            Please register for an NPQ with the Department for Education, on GOV.UK, if you have not done so
            yet. It is a separate, short form.
          </li>
        )}
        <li>
          We read your application. You hear from us by <strong>{longDate(readByDay(submittedOn))}</strong>.
        </li>
      </ol>
      {equalityDone ? null : (
        <p className="mb-6">
          There are four optional questions on equality. They are kept apart from your application, without
          your name, and shown to us only as totals.
        </p>
      )}
      <p className="no-print flex flex-wrap gap-3">
        <ButtonLink href={home}>Follow your application</ButtonLink>
        {equalityDone ? null : (
          <ButtonLink href={`${home}/equality`} variant="secondary">
            Answer four optional questions
          </ButtonLink>
        )}
      </p>
    </div>
  );
}
