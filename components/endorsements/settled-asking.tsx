import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import type { AskingView } from "@/lib/applications/endorsement/views";
import { longDate } from "@/lib/dates";

/** The sponsor's page when it waits for no answer: why, what was said, and what can be done. */
export function SettledAsking({
  asking,
  notTaken,
  again,
}: {
  asking: AskingView;
  /** True when somebody has just sent a second answer. */
  notTaken: boolean;
  /** The button that asks for a new link. */
  again: ReactNode;
}) {
  const { standing, said, programme, cohort, applicantName } = asking;
  const title = titleOf(asking);
  return (
    <div className="max-w-prose">
      <title>{`${title} - UCL Centre for Educational Leadership`}</title>
      <PageHeading
        title={title}
        caption={`${applicantName}’s application for ${programme.shortName} ${programme.title}, ${cohort.name}`}
      />
      {notTaken ? (
        <div className="mb-5">
          <Notice tone="soon" title="Your second answer was not taken">
            An answer can be given once, and this one was there before.
          </Notice>
        </div>
      ) : null}
      <div className="grid gap-4">
        {said ? <Said said={said} name={applicantName} /> : <p>{whyNot(asking)}</p>}
        {standing === "expired" ? again : null}
        <p className="text-muted">
          Something is wrong, or has changed? Write to{" "}
          <a href={`mailto:${programme.contactEmail}`}>{programme.contactEmail}</a>.
        </p>
      </div>
    </div>
  );
}

function titleOf({ standing, othersTurn }: AskingView): string {
  if (standing === "expired") return "This link has run out";
  if (standing === "closed") return "No answer is needed any more";
  if (standing === "replaced") return othersTurn ? "No answer is needed from you" : "A newer link was sent";
  return "Thank you for your answer";
}

function whyNot({ standing, othersTurn, answerBy, applicantName }: AskingView): string {
  if (standing === "expired")
    return `You could answer until ${longDate(answerBy)}, 23:59. Your answer is still wanted: we can send a new link to the address this one went to.`;
  if (standing === "closed")
    return `${applicantName}’s application has been decided or withdrawn, so there is nothing for you to do.`;
  return othersTurn
    ? `${applicantName} has named somebody else as sponsor, so there is nothing for you to do.`
    : "We have sent a newer link to the same address, and this one works no longer. Please use the link in our newest e-mail; it may take a few minutes, or lie among unwanted mail.";
}

const WORDS = {
  endorsed: (name: string) =>
    `you endorsed ${name}’s application. You said that the time it takes is released, and that the NPQ mentor’s part is supported.`,
  declined: (name: string) =>
    `you told us that you do not endorse ${name}’s application. We tell them that, and ask them to talk to you; what you wrote is for the staff who decide.`,
  wrong_person: (name: string) =>
    `you told us that you are not the right person to endorse ${name}’s application. We ask them to name somebody else, and will not write to you about it again.`,
};

function Said({ said, name }: { said: NonNullable<AskingView["said"]>; name: string }) {
  return (
    <>
      <p>
        On {longDate(said.on)}
        {said.jobTitle ? `, as ${said.jobTitle},` : ""} {WORDS[said.outcome](name)}
      </p>
      {said.note ? (
        <blockquote className="border-line border-s-4 ps-4 whitespace-pre-line wrap-anywhere">
          {said.note}
        </blockquote>
      ) : null}
      <p>We have e-mailed you what you said. You need not do anything else.</p>
    </>
  );
}
