import type { Mail } from "@/lib/email/mailbox";

/** The files that came with an e-mail, to be read. */
export function Attachments({ files }: { files: Mail["attachments"] }) {
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="attachments" className="mb-8 max-w-prose">
      <h2 id="attachments">{files.length === 1 ? "One file with it" : `${files.length} files with it`}</h2>
      <ul className="stack-list mt-3">
        {files.map(({ name, type, text }) => (
          <li key={name}>
            <details>
              <summary>
                <b className="font-semibold">{name}</b> <span className="text-muted">{type}</span>
              </summary>
              <pre className="mt-3 whitespace-pre-wrap wrap-anywhere text-[0.9rem]">{text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
