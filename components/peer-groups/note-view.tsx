import { Notice } from "@/components/ui/notice";
import type { NotePage } from "@/lib/peer-groups/views";

/** A note as it stands, and as it was before. */
export function NoteView({ note, saved }: { note: NotePage; saved: boolean }) {
  const { now, earlier, version } = note;
  return (
    <>
      {saved ? (
        <div className="mb-5">
          <Notice tone="done">The note is saved.</Notice>
        </div>
      ) : null}
      <div className="card note-body mb-3">{now.body}</div>
      <p className="mb-5 text-muted">
        {version === 1 ? "Written" : "Last changed"} by {now.by}, {now.at}
      </p>
      {earlier.length > 0 ? (
        <details className="mb-6">
          <summary>
            {earlier.length === 1 ? "1 earlier version" : `${earlier.length} earlier versions`}
          </summary>
          <ol className="stack-list mt-2" reversed start={version - 1}>
            {earlier.map(({ number, title, body, by, at }) => (
              <li key={number} className="py-3">
                <h3 className="text-base">{title}</h3>
                <p className="text-muted">
                  {by}, {at}
                </p>
                <p className="note-body">{body}</p>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </>
  );
}
