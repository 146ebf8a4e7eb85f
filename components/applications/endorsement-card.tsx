import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Card } from "@/components/ui/card";
import { Tag, type TagTone } from "@/components/ui/tag";
import type { EndorsementView } from "@/lib/applications/endorsement/views";
import { STANDING_WORDS, type Standing } from "@/lib/applications/schema-endorsement";
import { dateTimeInLondon, longDate } from "@/lib/dates";
import type { FormState } from "@/lib/form";

type Action = (state: FormState, data: FormData) => Promise<FormState>;

export const STANDING_TONES: Record<Standing, TagTone> = {
  waiting: "open",
  expired: "late",
  replaced: "muted",
  closed: "muted",
  endorsed: "done",
  declined: "late",
  wrong_person: "soon",
};

/** How the sponsor's endorsement stands, for the applicant: what was sent to whom, and what they can do about it. */
export function EndorsementCard({
  endorsement,
  reference,
  resend,
}: {
  endorsement: EndorsementView;
  reference: string;
  resend: Action;
}) {
  const { id, standing, sponsorName, sponsorEmail, canChange } = endorsement;
  const change = <a href={`/applications/${reference}/sponsor`}>Name another sponsor</a>;
  return (
    <Card labelledBy="sponsor">
      <h2 id="sponsor">Your sponsor</h2>
      <p className="mb-2">
        <Tag tone={STANDING_TONES[standing]}>{STANDING_WORDS[standing]}</Tag>
      </p>
      <div className="grid gap-2">
        <p className="wrap-anywhere">
          <strong>{sponsorName}</strong>, {sponsorEmail}
        </p>
        {sentences(endorsement).map((each) => (
          <p key={each}>{each}</p>
        ))}
      </div>
      {endorsement.resend === "now" ? (
        <ActionForm
          action={resend}
          submitLabel="Send the link again"
          submitVariant="secondary"
          hidden={{ seen: id }}
          idPrefix="sponsor-"
          aside={canChange ? change : undefined}
        />
      ) : canChange ? (
        <p className="no-print mt-4">{change}</p>
      ) : null}
    </Card>
  );
}

/** What there is to say, in the order in which it matters. */
function sentences(endorsement: EndorsementView): string[] {
  const { standing, askedOn, remindedOn, answerBy, answeredOn, rightPerson, resend } = endorsement;
  const on = answeredOn ? ` on ${longDate(answeredOn)}` : "";
  switch (standing) {
    case "waiting":
      return [
        ...(endorsement.undelivered
          ? [
              "Our e-mail could not be delivered to this address. Check it: if it is wrong, name the sponsor again with the right one.",
            ]
          : []),
        `Asked by e-mail on ${longDate(askedOn)}${remindedOn ? `, reminded on ${longDate(remindedOn)}` : ""}. They can answer until ${longDate(answerBy)}.`,
        "An offer waits for their answer.",
        ...(resend instanceof Date
          ? [`You can have the link sent again after ${dateTimeInLondon(resend)}.`]
          : []),
      ];
    case "expired":
      return [
        `Asked on ${longDate(askedOn)}; the link ran out on ${longDate(answerBy)}. Please talk to them: an offer waits for their answer.`,
      ];
    case "endorsed":
      return [`Endorsed your application${on}. You need not do anything.`];
    case "declined":
      return [
        `Told us${on} that they do not endorse your application. Please talk to them: what a sponsor writes to us is for the staff only.`,
      ];
    case "wrong_person":
      return [
        `Told us${on} that they are not the right person.`,
        ...(rightPerson ? [`They wrote: “${rightPerson}”`] : []),
        "Please name your line manager or, for an executive head, the chair of trustees. An offer waits for their answer.",
      ];
    default:
      return [`Asked on ${longDate(askedOn)}. No answer is needed any more.`];
  }
}

/** A line under a heading of its own, for what a sponsor wrote. */
export function Quoted({ children }: { children: ReactNode }) {
  return (
    <blockquote className="border-line border-s-4 ps-3 whitespace-pre-line wrap-anywhere">
      {children}
    </blockquote>
  );
}
