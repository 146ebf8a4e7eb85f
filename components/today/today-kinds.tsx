import type { TodayKind } from "@/lib/today";
import { KIND_WORDS } from "./today-list";

/** The kinds of what waits, with how many of each: links, so that each view has an address. */
export function TodayKinds({
  counts,
  shown,
}: {
  counts: Partial<Record<TodayKind, number>>;
  shown: TodayKind | undefined;
}) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <nav className="today-kinds no-print" aria-label="Kind">
      <a href="/staff" aria-current={shown ? undefined : "page"}>
        Everything ({all})
      </a>
      {(Object.keys(KIND_WORDS) as TodayKind[]).map((kind) =>
        counts[kind] || kind === shown ? (
          <a key={kind} href={`/staff?kind=${kind}`} aria-current={kind === shown ? "page" : undefined}>
            {KIND_WORDS[kind]} ({counts[kind] ?? 0})
          </a>
        ) : null,
      )}
    </nav>
  );
}
