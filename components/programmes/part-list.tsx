import { Tag } from "@/components/ui/tag";

export type Part = { href: string; name: string; more?: string; changed: boolean };

/** Parts of a prospectus, each with the way to edit it and whether the draft has changed it. */
export function PartList({ parts }: { parts: readonly Part[] }) {
  return (
    <ul className="stack-list">
      {parts.map(({ href, name, more, changed }) => (
        <li key={href}>
          <a href={href}>{name}</a> {more ? <span className="text-muted">{more}</span> : null}{" "}
          {changed ? <Tag tone="soon">Changed in the draft</Tag> : null}
        </li>
      ))}
    </ul>
  );
}
