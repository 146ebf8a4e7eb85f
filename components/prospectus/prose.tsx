/** Text that `renderMarkdown` has made; nothing else may be passed here. */
export function Prose({ html, className = "" }: { html: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by lib/markdown.ts, which lets no raw HTML through
  return <div className={`prose ${className}`} dangerouslySetInnerHTML={{ __html: html }} />;
}
