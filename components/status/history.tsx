import { shortDate } from "@/lib/dates";
import type { Standing } from "@/lib/status-changes/queries";
import { STATE_NAMES } from "./words";

/** Every change of a participant's state, newest first: what, from when, why, by whom. */
export function StatusHistory({ history }: Pick<Standing, "history">) {
  return (
    <ul className="stack-list">
      {history.map(({ to, reason, effectiveOn, by, on, override }) => (
        <li key={`${to} ${effectiveOn} ${on}`}>
          <p>
            <b>{STATE_NAMES[to]}</b> from {shortDate(effectiveOn)}
            {reason ? `: ${reason}` : ""}
          </p>
          {override ? (
            <p className="whitespace-pre-line">Although the rules were not met: {override}</p>
          ) : null}
          <p className="text-muted">
            <small>
              by {by}, {shortDate(on)}
            </small>
          </p>
        </li>
      ))}
    </ul>
  );
}
