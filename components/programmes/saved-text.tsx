/** What is saved at the moment, to compare with after somebody else saved something newer. */
export function SavedText({ lines }: { lines: readonly string[] }) {
  return (
    <details className="my-4">
      <summary>What is saved at the moment</summary>
      <div className="mt-2 whitespace-pre-wrap text-muted">{lines.join("\n\n")}</div>
    </details>
  );
}
