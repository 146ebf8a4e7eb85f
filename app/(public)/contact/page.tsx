import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ContactFacts } from "@/components/enquiries/contact-facts";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField, TextArea, TextField } from "@/components/forms/fields";
import { Card } from "@/components/ui/card";
import { PageHeading } from "@/components/ui/page-heading";
import { viewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { CONTACT_EMAIL } from "@/lib/email/layout";
import { REPLY_HOURS } from "@/lib/enquiries/ask";
import { contactChoices } from "@/lib/enquiries/queries";
import { QUESTION_MAX } from "@/lib/enquiries/schema";
import { ask } from "./actions";

const TITLE = "Ask us a question";

export const metadata: Metadata = {
  description: "Ask about a programme by e-mail; you have an answer within 48 hours.",
  alternates: { canonical: "/contact" },
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ContactPage({ searchParams }: Props) {
  const [{ programme }, actor, choices] = await Promise.all([searchParams, viewer(), contactChoices(now())]);
  const about = choices.find(({ slug }) => slug === programme)?.slug;
  const options = choices.map(({ slug, shortName, title }) => ({
    value: slug,
    label: `${shortName}: ${title}`,
  }));
  return (
    <div className="wrap">
      <PageHeading title={TITLE} caption={`We answer by e-mail, within ${REPLY_HOURS} hours.`} />
      <div className="grid items-start gap-x-12 gap-y-8 pb-12 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="max-w-prose">
          <ActionForm
            action={ask}
            title={TITLE}
            submitLabel="Send the question"
            hidden={{ formKey: randomUUID() }}
          >
            <TextField
              name="name"
              label="Your name"
              autoComplete="name"
              maxLength={120}
              defaultValue={actor?.name}
            />
            <TextField
              name="email"
              label="E-mail address"
              hint="We answer to this address, and use it for nothing else."
              type="email"
              inputMode="email"
              autoComplete="email"
              spellCheck={false}
              maxLength={254}
              defaultValue={actor?.email}
            />
            <SelectField
              name="programme"
              label="Which programme is it about?"
              optional
              defaultValue={about}
              options={[{ value: "", label: "None in particular" }, ...options]}
            />
            <TextArea name="question" label="Your question" rows={7} maxLength={QUESTION_MAX} />
          </ActionForm>
        </div>
        <Card labelledBy="other-ways">
          <h2 id="other-ways">By e-mail only</h2>
          <div className="grid gap-3">
            <ContactFacts choices={choices} email={CONTACT_EMAIL} hours={REPLY_HOURS} />
          </div>
        </Card>
      </div>
    </div>
  );
}
