import { type AreaMark, MARK_WORDS } from "@/lib/learning-audits/schema";

/** An audit as it was sent. */
export function AuditAnswers({ marks }: { marks: readonly AreaMark[] }) {
  return (
    <ol className="stack-list audit-answers">
      {marks.map(({ areaKey, title, mark, note }) => (
        <li key={areaKey}>
          <h3>{title}</h3>
          <p>
            <b>{mark ?? "–"}</b>
            <span className="text-muted"> of 5{mark ? `: ${MARK_WORDS[mark - 1]}` : ""}</span>
          </p>
          {note ? <p className="whitespace-pre-line wrap-anywhere">{note}</p> : null}
        </li>
      ))}
    </ol>
  );
}
