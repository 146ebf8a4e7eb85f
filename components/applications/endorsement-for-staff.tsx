import { ActionForm } from "@/components/forms/action-form";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import type { EndorsementForStaff } from "@/lib/applications/endorsement/views";
import { STANDING_WORDS } from "@/lib/applications/schema-endorsement";
import { longDate, shortDate } from "@/lib/dates";
import type { FormState } from "@/lib/form";
import { Quoted, STANDING_TONES } from "./endorsement-card";

/** How the sponsor's endorsement stands, for those who decide: with what was said, and the askings before. */
export function EndorsementForStaffCard({
  endorsement,
  resend,
}: {
  endorsement: EndorsementForStaff;
  resend: (state: FormState, data: FormData) => Promise<FormState>;
}) {
  const { id, standing, sponsorName, sponsorEmail, note, earlier, overrideReason } = endorsement;
  return (
    <Card labelledBy="sponsor">
      <h2 id="sponsor">The sponsor</h2>
      <p className="mb-2">
        <Tag tone={STANDING_TONES[standing]}>{STANDING_WORDS[standing]}</Tag>
      </p>
      <div className="grid gap-2">
        <p className="wrap-anywhere">
          <strong>{sponsorName}</strong>
          {endorsement.jobTitle ? `, ${endorsement.jobTitle}` : ""},{" "}
          <a href={`mailto:${sponsorEmail}`}>{sponsorEmail}</a>
        </p>
        {endorsement.undelivered ? (
          <p className="font-semibold text-late">The e-mail to this address could not be delivered.</p>
        ) : null}
        <p>{when(endorsement)}</p>
        {standing === "endorsed" ? <p>Releases the time, and supports the mentor’s part.</p> : null}
        {note ? <Quoted>{note}</Quoted> : null}
        {overrideReason ? <p>Offered without endorsement: {overrideReason}</p> : null}
      </div>
      {earlier.length > 0 ? (
        <details className="mt-4">
          <summary>Asked before: {earlier.length}</summary>
          <ul className="stack-list mt-2">
            {earlier.map((each) => (
              <li key={each.id} className="wrap-anywhere">
                {each.sponsorName}, {each.sponsorEmail}, {shortDate(each.askedOn)}:{" "}
                {STANDING_WORDS[each.standing]}
                {each.note ? <Quoted>{each.note}</Quoted> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {endorsement.canResend ? (
        <ActionForm
          action={resend}
          submitLabel={standing === "declined" ? "Ask again" : "Send the link again"}
          submitVariant="secondary"
          hidden={{ seen: id }}
          idPrefix="sponsor-"
        />
      ) : null}
    </Card>
  );
}

function when({ standing, askedOn, remindedOn, answerBy, answeredOn }: EndorsementForStaff): string {
  if (answeredOn) return `Asked on ${longDate(askedOn)}, answered on ${longDate(answeredOn)}.`;
  const reminded = remindedOn ? `, reminded on ${longDate(remindedOn)}` : "";
  if (standing === "expired")
    return `Asked on ${longDate(askedOn)}${reminded}; ran out on ${longDate(answerBy)}.`;
  return `Asked on ${longDate(askedOn)}${reminded}. The link works until ${longDate(answerBy)}.`;
}
