import { Tag } from "@/components/ui/tag";
import { shortDate } from "@/lib/dates";
import { QUESTIONS } from "@/lib/eligibility/schema";
import type { ListRow, RuleRow } from "@/lib/funding/staff-queries";

const place = (setting: string) =>
  QUESTIONS.setting.choices.find(({ value }) => value === setting)?.label ?? setting;

/** A programme's rules, in the order they are shown. */
export function RuleList({
  rules,
  lists,
  home,
}: {
  rules: readonly RuleRow[];
  lists: readonly ListRow[];
  home: string;
}) {
  if (rules.length === 0)
    return <p className="text-muted">There is no rule, so nothing is said to be funded.</p>;
  return (
    <ul className="stack-list">
      {rules.map(({ id, name, settings, listName, validFrom, validTo }) => (
        <li key={id}>
          <a href={`${home}/rules/${id}`}>{name}</a>
          <p className="mt-1 text-muted">
            {settings.map(place).join("; ")}. {shortDate(validFrom)}{" "}
            {validTo ? `to ${shortDate(validTo)}` : "on, without an end"}.
          </p>
          {listName ? <OnList name={listName} list={lists.find((list) => list.name === listName)} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** A name that no list has would be a rule that never holds. */
function OnList({ name, list }: { name: string; list: ListRow | undefined }) {
  return (
    <p className="mt-1 text-muted">
      On the list “{name}”{" "}
      {list ? `(${list.today.toLocaleString("en-GB")} today)` : <Tag tone="late">There is no such list</Tag>}
    </p>
  );
}
