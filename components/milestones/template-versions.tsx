import { dateTimeInLondon } from "@/lib/dates";
import type { TemplateVersion } from "@/lib/route-map/template-queries";

/** Every version of a template, newest first: when, by whom, why. */
export function TemplateVersions({ versions, home }: { versions: readonly TemplateVersion[]; home: string }) {
  return (
    <ul className="stack-list max-w-prose">
      {versions.map(({ number, note, by, savedAt }) => (
        <li key={number}>
          <a href={`${home}/versions/${number}`}>Version {number}</a>
          <p>
            {dateTimeInLondon(savedAt)}
            {by ? `, ${by}` : ", before versions were kept"}
            {note ? `: ${note}` : ""}
          </p>
        </li>
      ))}
    </ul>
  );
}
