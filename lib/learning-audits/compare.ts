import type { AreaMark, ComparedArea, Comparison, SentAudit } from "./schema";

/** An audit beside its review: pure. */

/** What is compared: a module's audit and review, or the programme's first audit and last review. */
export function pairFor(
  audits: readonly SentAudit[],
  which: Comparison,
): { before?: SentAudit | undefined; after?: SentAudit | undefined } {
  const of = (kind: SentAudit["kind"]) =>
    audits
      .filter((each) => each.kind === kind && (which === "programme" || String(each.module) === which))
      .toSorted((a, b) => (a.module ?? 0) - (b.module ?? 0));
  return { before: of("learning_audit")[0], after: of("learning_audit_review").at(-1) };
}

/** Area by area, in the order of the review and then of the audit, matched by the area's key. */
export function compared({
  before,
  after,
}: {
  before?: Pick<SentAudit, "marks"> | undefined;
  after?: Pick<SentAudit, "marks"> | undefined;
}): ComparedArea[] {
  const areas = new Map<string, string>();
  for (const audit of [after, before])
    for (const { areaKey, title } of audit?.marks ?? []) if (!areas.has(areaKey)) areas.set(areaKey, title);
  const in_ = (audit: Pick<SentAudit, "marks"> | undefined, key: string) =>
    given(audit?.marks.find(({ areaKey }) => areaKey === key));
  return [...areas].map(([key, title]) => ({ key, title, before: in_(before, key), after: in_(after, key) }));
}

const given = (mark: AreaMark | undefined) => (mark?.mark ? { mark: mark.mark, note: mark.note } : null);

/** "Four areas went up, two stayed as they were and one went down." Empty while there is nothing to compare. */
export function changeInWords(areas: readonly ComparedArea[]): string {
  const both = areas.flatMap(({ before, after }) => (before && after ? [after.mark - before.mark] : []));
  if (both.length === 0) return "";
  const parts = [
    [both.filter((change) => change > 0).length, "went up"],
    [both.filter((change) => change === 0).length, "stayed as it was", "stayed as they were"],
    [both.filter((change) => change < 0).length, "went down"],
  ] as const;
  const said = parts.filter(([count]) => count > 0);
  const phrases = said.map(([count, one, many = one], index) => {
    const noun = index > 0 ? "" : count === 1 ? " area" : " areas";
    return `${numberWord(count)}${noun} ${count === 1 ? one : many}`;
  });
  const last = phrases.pop() ?? "";
  const text = phrases.length > 0 ? `${phrases.join(", ")} and ${last}` : last;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const WORDS = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const numberWord = (count: number) => WORDS[count] ?? String(count);
