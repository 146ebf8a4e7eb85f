import type { EnquiryForStaff } from "@/lib/enquiries/views";

/** What was asked and what was answered, in the order in which it was written. */
export function Conversation({ enquiry }: { enquiry: EnquiryForStaff }) {
  const { name, askedAt, question, answers } = enquiry;
  return (
    <ol>
      <Said who={name} when={askedAt} text={question} />
      {answers.map(({ id, by, answeredAt, body }) => (
        <Said key={id} who={`${by} answered`} when={answeredAt} text={body} />
      ))}
    </ol>
  );
}

function Said({ who, when, text }: { who: string; when: string; text: string }) {
  return (
    <li className="border-line border-t py-5 first:border-t-0 first:pt-0">
      <p className="mb-1 text-[0.94rem] text-muted">
        <b className="font-semibold text-ink">{who}</b>, {when}
      </p>
      <p className="max-w-prose whitespace-pre-line wrap-anywhere">{text}</p>
    </li>
  );
}
