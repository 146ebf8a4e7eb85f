type Letter = { enrolmentId: string; fullName: string; to?: string; subject: string; text: string };

/** Letters to many, each as its reader has it. */
export function NudgeLetters({ letters }: { letters: readonly Letter[] }) {
  return (
    <ul className="nudge-letters">
      {letters.map(({ enrolmentId, fullName, to, subject, text }) => (
        <li key={enrolmentId} className="card">
          <h3 className="mb-1">{fullName}</h3>
          {to ? <p className="mb-3 text-sm text-muted wrap-anywhere">{to}</p> : null}
          <p className="mb-3 font-semibold wrap-anywhere">{subject}</p>
          <p className="max-w-prose whitespace-pre-line wrap-anywhere">{text}</p>
        </li>
      ))}
    </ul>
  );
}
