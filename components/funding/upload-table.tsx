import type { UploadRow } from "@/lib/funding/staff-queries";

/** The files that were uploaded, the newest first. */
export function UploadTable({ uploads }: { uploads: readonly UploadRow[] }) {
  if (uploads.length === 0) return <p className="text-muted">No file has been uploaded.</p>;
  return (
    <ul className="stack-list">
      {uploads.map(({ id, fileName, entries, by, at }) => (
        <li key={id}>
          <a className="break-words" href={`/staff/funding/lists/${id}`}>
            {fileName}
          </a>
          <p className="text-muted">
            {entries.toLocaleString("en-GB")} {entries === 1 ? "entry" : "entries"}, uploaded by {by} on {at}
          </p>
        </li>
      ))}
    </ul>
  );
}
