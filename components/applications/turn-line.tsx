import type { MyApplication } from "@/lib/applications/views";
import { longDate } from "@/lib/dates";

/** Whose turn an application is and until when, in a line under its name. */
export function TurnLine({ state, turn, by }: Pick<MyApplication, "state" | "turn" | "by">) {
  if (!turn) return null;
  const until = by ? longDate(by) : null;
  return (
    <p className="mt-2">
      <strong>{turn === "yours" ? "Your turn" : "Our turn"}</strong>
      {state === "draft" && until ? `: finish it and send it by ${until}.` : null}
      {state === "offered" && until ? `: answer the offer by ${until}.` : null}
      {state === "waitlisted" ? ": we write to you if a place becomes free." : null}
      {turn === "ours" && until ? `: you hear from us by ${until}.` : null}
    </p>
  );
}
