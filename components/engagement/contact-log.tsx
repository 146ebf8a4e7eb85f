import { Tag } from "@/components/ui/tag";
import { dateTimeInLondon, longDate } from "@/lib/dates";
import { type ContactView, HOW_WORDS } from "@/lib/engagement/schema-contacts";

/** Who was in touch, how, what was said and what came of it, newest first. What was put right stays in sight. */
export function ContactLog({
  contacts,
  correct,
}: {
  contacts: readonly ContactView[] /** The address that puts one right. */;
  correct: string;
}) {
  if (contacts.length === 0) return <p>Nobody has written down that they were in touch.</p>;
  return (
    <ol className="grid gap-5">
      {contacts.map((contact) => (
        <li key={contact.id} className={contact.live ? "card" : "card text-muted"}>
          <p className="font-semibold">
            {longDate(contact.happenedOn)}, {HOW_WORDS[contact.how]}, {contact.by}{" "}
            {contact.live ? null : <Tag tone="muted">put right since</Tag>}
          </p>
          <p className="mt-2 max-w-prose whitespace-pre-line wrap-anywhere">{contact.said}</p>
          <p className="mt-2 max-w-prose wrap-anywhere">
            <b>What came of it:</b> {contact.outcome}
          </p>
          {contact.nextOn ? <p className="mt-2">Next contact: {longDate(contact.nextOn)}</p> : null}
          <p className="mt-2 text-sm text-muted">
            Written down {dateTimeInLondon(contact.recordedAt)}
            {contact.corrects ? ", to put an earlier entry right" : ""}
            {contact.live ? (
              <>
                .{" "}
                <a className="no-print" href={`${correct}?correct=${contact.id}#contact`}>
                  Put it right<span className="sr-only">: the entry of {longDate(contact.happenedOn)}</span>
                </a>
              </>
            ) : null}
          </p>
        </li>
      ))}
    </ol>
  );
}
