import type { Letter } from "@/lib/applications/bulk/views";

/** An e-mail as it will read, before it goes out. */
export function BulkLetter({ letter, more }: { letter: Letter; more: number }) {
  const others =
    more === 0
      ? ""
      : more === 1
        ? ", and one like it to the other"
        : `, and one like it to each of the other ${more}`;
  return (
    <details className="letter mb-6" open>
      <summary>The e-mail as it will read{others}</summary>
      <dl>
        <div>
          <dt>To</dt>
          <dd>{letter.to}</dd>
        </div>
        <div>
          <dt>Subject</dt>
          <dd>{letter.subject}</dd>
        </div>
      </dl>
      <p>{letter.text.trim()}</p>
    </details>
  );
}
