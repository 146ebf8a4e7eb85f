import { escapeHtml } from "./escape";

/** Questions and their answers under headings, as an e-mail carries them. Plain text; this escapes it. */
export type Listing = { title: string; rows: { label: string; value: string }[] }[];

/** As text: each question on a line, its answer under it. */
export function listingText(listing: Listing): string {
  const groups = listing.map(({ title, rows }) =>
    [
      title.toUpperCase(),
      ...rows.map(
        ({ label, value }) => `${/[?:]$/.test(label) ? label : `${label}:`}\n${value || "not answered"}`,
      ),
    ].join("\n\n"),
  );
  return groups.join("\n\n\n");
}

/** As HTML: a heading and a list of questions and answers for each group. */
export function listingHtml(listing: Listing): string {
  return listing
    .map(
      ({ title, rows }) =>
        `<h2 style="font-size:17px;margin:28px 0 8px;font-weight:600">${escapeHtml(title)}</h2><dl style="margin:0">` +
        rows.map(rowHtml).join("") +
        "</dl>",
    )
    .join("\n");
}

function rowHtml({ label, value }: { label: string; value: string }): string {
  const answer = escapeHtml(value || "not answered").replaceAll("\n", "<br>");
  return (
    `<dt style="margin:12px 0 2px;font-weight:600;font-size:14px">${escapeHtml(label)}</dt>` +
    `<dd style="margin:0;overflow-wrap:anywhere">${answer}</dd>`
  );
}
