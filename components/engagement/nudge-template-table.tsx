import { TableScroll } from "@/components/ui/table-scroll";
import { Tag } from "@/components/ui/tag";
import { REASON_WORDS } from "@/lib/engagement/schema";
import type { NudgeTemplateToEdit } from "@/lib/engagement/schema-nudges";

/** A programme's words to begin with, for those who edit them. */
export function NudgeTemplateTable({
  templates,
  list,
}: {
  templates: readonly NudgeTemplateToEdit[];
  list: string;
}) {
  return (
    <TableScroll label="Templates">
      <table className="data-table table-stack">
        <caption className="sr-only">Templates</caption>
        <thead>
          <tr>
            <th scope="col">Template</th>
            <th scope="col">Begun with for</th>
            <th scope="col">Offered</th>
          </tr>
        </thead>
        <tbody>
          {templates.map(({ id, name, subject, reason, offered }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`${list}/${id}`}>{name}</a>
                <small className="font-normal">{subject}</small>
              </th>
              <td data-label="Begun with for">{reason ? REASON_WORDS[reason] : "–"}</td>
              <td data-label="Offered">
                {offered ? <Tag tone="done">offered</Tag> : <Tag tone="muted">not any more</Tag>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
