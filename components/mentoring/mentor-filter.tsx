import { FilterLinks } from "@/components/route-map/filter-links";
import {
  MENTOR_STANDING_WORDS,
  MENTOR_STANDINGS,
  type MentorStanding,
  type MentorsQuestion,
  NEEDS_STAFF,
} from "@/lib/mentoring/schema";

/** Which mentors are shown, with how many each choice has. */
export function MentorFilter({
  home,
  show,
  counts,
}: {
  home: string;
  show: MentorsQuestion["show"];
  counts: Record<MentorStanding, number>;
}) {
  const sum = (standings: readonly MentorStanding[]) =>
    standings.reduce((total, each) => total + counts[each], 0);
  const choices: { key: MentorsQuestion["show"]; label: string; count: number }[] = [
    { key: "attention", label: "need you", count: sum(NEEDS_STAFF) },
    ...MENTOR_STANDINGS.map((key) => ({ key, label: MENTOR_STANDING_WORDS[key], count: counts[key] })),
    { key: "all", label: "all", count: sum(MENTOR_STANDINGS) },
  ];
  return (
    <FilterLinks
      title="Show"
      choices={choices.map(({ key, label, count }) => ({
        label: `${label} (${count})`,
        href: `${home}?show=${key}`,
        current: key === show,
      }))}
    />
  );
}
