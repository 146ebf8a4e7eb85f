import type { CohortAlerts } from "@/lib/engagement/cohort-alerts";
import { ALERT_REASONS, REASON_WORDS } from "@/lib/engagement/schema";

/** The reasons as ways to those who have them. */
export function AlertViews({
  home,
  show,
  everybody,
  counts,
}: {
  /** The list's address. */
  home: string;
  show: string;
  /** How many there are with any reason, where that is known. */
  everybody?: number;
  counts: CohortAlerts["counts"];
}) {
  const views = [
    { key: "any", words: everybody === undefined ? "All" : `All (${everybody})`, href: home },
    ...ALERT_REASONS.map((reason) => ({
      key: reason,
      words: `${REASON_WORDS[reason]} (${counts[reason]})`,
      href: `${home}?show=${reason}`,
    })),
  ];
  return (
    <nav className="cohort-tabs no-print" aria-label="Reason">
      {views.map(({ key, words, href }) => (
        <a key={key} href={href} aria-current={key === show ? "page" : undefined}>
          {words}
        </a>
      ))}
    </nav>
  );
}
