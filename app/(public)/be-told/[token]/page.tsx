import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { now } from "@/lib/clock";
import { askedWith } from "@/lib/interest/queries";
import { CONFIRM_DAYS, TOPIC_WORDS } from "@/lib/interest/schema";
import { confirm } from "../actions";
import { Confirmed } from "./confirmed";

export const metadata: Metadata = { robots: { index: false } };

/** Where the e-mail's link leads. Opening it changes nothing: mail programs and scanners open links too. */
export default async function ConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const asked = await askedWith(token, now());
  const title = !asked
    ? "This link no longer works"
    : asked.confirmed
      ? "You are on the list"
      : `Be told about ${asked.programme.shortName}`;
  return (
    <div className="wrap">
      <div className="max-w-prose pb-12">
        <PageHeading title={title} />
        {asked?.confirmed ? (
          <Confirmed {...asked} />
        ) : asked ? (
          <>
            <div className="prose mb-6">
              <p>
                We write to you about {asked.programme.title} ({asked.programme.shortName}):
              </p>
              <ul>
                {asked.topics.map(({ topic }) => (
                  <li key={topic}>{TOPIC_WORDS[topic].when}</li>
                ))}
              </ul>
            </div>
            <ActionForm action={confirm} title={title} submitLabel="Yes, tell me" hidden={{ token }} />
            <p className="mt-6 text-muted">
              If you did not ask for this, close the page: the address is deleted on {asked.until}.
            </p>
          </>
        ) : (
          <div className="prose">
            <p>
              A link works for {CONFIRM_DAYS} days, and a newer e-mail takes the place of an older one. If you
              have left the list, or have been told what you asked for, it has done its work.
            </p>
            <p>
              To be told, choose the programme under <a href="/programmes">programmes</a> and ask again.
            </p>
          </div>
        )}
        {asked && !asked.confirmed ? null : <TitleOf text={title} />}
      </div>
    </div>
  );
}

const TitleOf = ({ text }: { text: string }) => (
  <title>{`${text} - UCL Centre for Educational Leadership`}</title>
);
