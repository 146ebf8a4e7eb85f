import { COMPARISON_WORDS, COMPARISONS, type Comparison } from "@/lib/learning-audits/schema";

/** The ways to the comparisons, the one that is shown marked. */
export function ComparisonLinks({ current, home }: { current: Comparison; home: string }) {
  return (
    <nav className="cohort-tabs no-print" aria-label="What is compared">
      {COMPARISONS.map((which) => (
        <a key={which} href={`${home}${which}`} aria-current={which === current ? "page" : undefined}>
          {COMPARISON_WORDS[which]}
        </a>
      ))}
    </nav>
  );
}
