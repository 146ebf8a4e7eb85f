import { monthsBetween, type PlainDate } from "../dates";
import { misplacedAmongModules } from "./checker-modules";
import type { DatedItem, RouteMapWarning } from "./schema";

/** What the checker needs of an item. */
export type CheckedItem = Pick<DatedItem, "number" | "title" | "module" | "kind" | "opensOn" | "closesOn">;
/** An item with its window as months counted from the start month, which is 0. */
export type Windowed = CheckedItem & { opens: number; closes: number };
export type Finding = Omit<RouteMapWarning, "title">;

/** An assessment window may follow the programme's months by at most this many; more is a slip of the year. */
const ASSESSMENT_MONTHS = 12;

/**
 * Warns about an order of a route map that cannot be right. Pure, and in months: a window is compared by the
 * months it opens and closes in, since that is how route maps are published, so that two items of one month are
 * never out of order. Each item gets at most one warning, from the first rule that finds it, and what one rule
 * has found does not mislead the next. Items without a window are passed over. The rules, in their order:
 *
 * 1. A window that ends before it starts (by days).
 * 2. A window outside the programme's months, the start month being the first. Two kinds are measured
 *    otherwise: an information webinar comes before everything, so only its end is held to the programme; the
 *    summative assessment closes the programme, so it may not close before the last month, and may run past it
 *    by up to a year.
 * 3. An item of one module dated after the next module has begun, when its neighbours are not, and the like
 *    (lib/route-map/checker-modules.ts).
 * 4. A learning audit review that opens before its module's learning audit does.
 */
export function checkRouteMap(
  items: readonly CheckedItem[],
  { startMonth, durationMonths }: { startMonth: PlainDate; durationMonths: number },
): RouteMapWarning[] {
  const windowed = items
    .filter((item): item is CheckedItem & { opensOn: PlainDate; closesOn: PlainDate } =>
      Boolean(item.opensOn && item.closesOn),
    )
    .map((item) => ({
      ...item,
      opens: monthsBetween(startMonth, item.opensOn),
      closes: monthsBetween(startMonth, item.closesOn),
    }))
    .toSorted((a, b) => a.number - b.number);

  const findings: Finding[] = [];
  let unfound: Windowed[] = windowed;
  for (const rule of [
    endsBeforeItStarts,
    (left: Windowed[]) => outsideProgramme(left, durationMonths),
    misplacedAmongModules,
    reviewBeforeAudit,
  ]) {
    const found = rule(unfound);
    findings.push(...found);
    unfound = unfound.filter((item) => !found.some(({ number }) => number === item.number));
  }
  const titles = new Map(items.map(({ number, title }) => [number, title]));
  return findings
    .map(({ number, code, message }) => ({ number, title: titles.get(number) ?? "", code, message }))
    .toSorted((a, b) => a.number - b.number);
}

function endsBeforeItStarts(items: Windowed[]): Finding[] {
  return items
    .filter(({ opensOn, closesOn }) => opensOn && closesOn && closesOn < opensOn)
    .map(({ number }) => ({
      number,
      code: "ends_before_it_starts",
      message: "Its window ends before it starts.",
    }));
}

function outsideProgramme(items: Windowed[], durationMonths: number): Finding[] {
  const last = durationMonths - 1;
  const says = ({ kind, opens, closes }: Windowed): string | undefined => {
    if (kind === "summative_assessment") {
      if (closes < last) return `It closes before month ${durationMonths}, the programme's last.`;
      return closes > last + ASSESSMENT_MONTHS
        ? "It closes more than a year after the programme's last month."
        : undefined;
    }
    if (opens < 0 && kind !== "information_webinar") return "It opens before the programme starts.";
    return closes > last ? `It closes after month ${durationMonths}, the programme's last.` : undefined;
  };
  return items.flatMap((item) => {
    const message = says(item);
    return message ? [{ number: item.number, code: "outside_programme" as const, message }] : [];
  });
}

/** A review repeats its audit: it may share its months, not open before it. Several audits: the first to open. */
function reviewBeforeAudit(items: Windowed[]): Finding[] {
  return items
    .filter(({ kind }) => kind === "learning_audit_review")
    .filter((review) => {
      const audits = items.filter((item) => item.kind === "learning_audit" && item.module === review.module);
      return audits.length > 0 && review.opens < Math.min(...audits.map(({ opens }) => opens));
    })
    .map(({ number }) => ({
      number,
      code: "review_before_audit",
      message: "It opens before the learning audit that it reviews.",
    }));
}
