import { CheckboxGroup } from "@/components/forms/fields";
import type { RouteMapChanges } from "@/lib/route-map/changes";
import { FIELD_WORDS } from "./words";

/** What differs from the template, item by item, each to be taken over or left. */
export function DifferenceFields({
  differences: { changed, added, removed },
  kept,
}: {
  differences: RouteMapChanges;
  /** Items with records: they cannot go. */
  kept: ReadonlySet<string>;
}) {
  const options = [
    ...changed.map(({ item, before, fields }) => ({
      value: String(item.number),
      label: `${item.number}. ${before.title}`,
      hint: fields
        .map(({ field, from, to }) => `${FIELD_WORDS[field]}: ${from} here, ${to} in the template`)
        .join("; "),
    })),
    ...added.map(({ number, title }) => ({
      value: String(number),
      label: `${number}. ${title}`,
      hint: "only in the template: it would be added here",
    })),
    ...removed
      .filter(({ id }) => id && !kept.has(id))
      .map(({ number, title }) => ({
        value: String(number),
        label: `${number}. ${title}`,
        hint: "only here: it would be removed",
      })),
  ];
  const staying = removed.filter(({ id }) => id && kept.has(id));
  return (
    <>
      <CheckboxGroup name="take" legend="Take over from the template" options={options} />
      {staying.length > 0 ? (
        <p className="mb-5 text-muted">
          Only here, with something recorded, and so staying:{" "}
          {staying.map(({ number, title }) => `${number}. ${title}`).join("; ")}.
        </p>
      ) : null}
    </>
  );
}
