/** Why an application was rejected, and what the applicant can do next: word for word what the e-mail says. */
export function RejectionTold({ why, next }: { why: string[]; next: string[] }) {
  return (
    <div className="mt-3 grid gap-3">
      {why.map((paragraph) => (
        <p key={paragraph} className="break-words whitespace-pre-line">
          {paragraph}
        </p>
      ))}
      <h3 className="mt-1">What you can do next</h3>
      {next.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}
