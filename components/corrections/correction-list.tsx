import { Tag } from "@/components/ui/tag";
import type { MyCorrection } from "@/lib/corrections/schema";
import { shortDate } from "@/lib/dates";

/** What a participant asked to be corrected of an item, with the answers; and the way to ask. */
export function CorrectionList({
  home,
  corrections,
}: {
  /** The item's own page. */
  home: string;
  corrections: readonly MyCorrection[];
}) {
  const open = corrections.some(({ answered }) => answered === null);
  return (
    <div className="corrections">
      {corrections.length > 0 ? <h3>Corrections you asked for</h3> : null}
      {corrections.map(({ id, said, askedOn, answered }) => (
        <div key={id} className="correction">
          <p>
            {answered ? (
              <Tag tone={answered.outcome === "put_right" ? "done" : "muted"}>
                {answered.outcome === "put_right" ? "put right" : "not changed"}
              </Tag>
            ) : (
              <Tag tone="open">waiting for an answer</Tag>
            )}
          </p>
          <p className="whitespace-pre-line">{said}</p>
          <p className="text-muted">
            <small>asked on {shortDate(askedOn)}</small>
          </p>
          {answered ? (
            <div className="correction-answer">
              <p className="whitespace-pre-line">{answered.answer}</p>
              <p className="text-muted">
                <small>
                  {answered.by ? `${answered.by}, ` : ""}
                  {shortDate(answered.on)}
                </small>
              </p>
            </div>
          ) : null}
        </div>
      ))}
      {open ? null : (
        <p className="no-print mt-4">
          <a className="inline-block py-0.5" href={`${home}/correction`}>
            Something here is wrong or missing
          </a>
        </p>
      )}
    </div>
  );
}
