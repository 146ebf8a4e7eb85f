import { Notice } from "@/components/ui/notice";

/** What the groups leave unsatisfied, in words; the first of many. */
export function Unmet({
  title,
  sentences,
  tone,
}: {
  title: string;
  sentences: readonly string[];
  tone: "late" | "soon";
}) {
  if (sentences.length === 0) return null;
  const shown = sentences.slice(0, MOST_SHOWN);
  return (
    <div className="mb-6 max-w-[60rem]">
      <Notice tone={tone} title={title}>
        <ul className="list-disc ps-5">
          {shown.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {sentences.length > shown.length ? (
          <p>And {sentences.length - shown.length} more like these.</p>
        ) : null}
      </Notice>
    </div>
  );
}

const MOST_SHOWN = 20;
