type Entry = { key: string; label: string };

/**
 * What is on this page: beside the text where there is room, folded away above it on a phone. It marks the
 * section one is at by a stylesheet alone (public/contents.css), so that it works without scripts.
 */
export function Contents({ entries }: { entries: readonly Entry[] }) {
  const list = (
    <ol>
      {entries.map((entry) => (
        <li key={entry.key}>
          <a href={`#${entry.key}`}>{entry.label}</a>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <details className="toc-fold no-print">
        <summary>On this page</summary>
        <nav aria-label="On this page">{list}</nav>
      </details>
      <nav className="toc no-print" aria-label="On this page">
        {list}
      </nav>
      <link rel="stylesheet" href="/contents.css" />
    </>
  );
}
