import { Tag } from "@/components/ui/tag";

type Change = {
  part: string;
  name: string;
  what: "added" | "removed" | "changed" | "moved";
  isFact: boolean;
  lines: { kind: "removed" | "added"; text: string }[];
};

const WORDS: Record<Change["what"], string> = {
  added: "New",
  removed: "Taken out",
  changed: "Changed",
  moved: "Put in another order",
};

/** What differs between two states of a prospectus: each part, with the lines that go and those that come. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  return (
    <ul className="change-list">
      {changes.map((change) => (
        <li key={change.part}>
          <h3>
            {change.name} <Tag tone={change.isFact ? "soon" : "open"}>{WORDS[change.what]}</Tag>
          </h3>
          {change.lines.map(({ kind, text }, index) => {
            const Line = kind === "removed" ? "del" : "ins";
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat, and the list never changes in place
              <p key={index} className={`change-line change-${kind}`}>
                <span className="change-word">{kind === "removed" ? "Was" : "Now"}</span>
                <Line>{text || "(empty)"}</Line>
              </p>
            );
          })}
        </li>
      ))}
    </ul>
  );
}
