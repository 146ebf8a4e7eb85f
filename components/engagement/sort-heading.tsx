import type { ReactNode } from "react";
import { type EngagementQuestion, type EngagementSort, engagementAddress } from "@/lib/engagement/schema";

/** A heading that sorts: the first click in the direction that one looks for, the second in the other. */
export function SortHeading({
  home,
  question,
  sort,
  first = "asc",
  className,
  children,
}: {
  /** The list's address. */
  home: string;
  question: EngagementQuestion;
  sort: EngagementSort;
  first?: "asc" | "desc";
  className?: string;
  children: ReactNode;
}) {
  const now = question.sort === sort ? question.dir : undefined;
  const other = first === "asc" ? "desc" : "asc";
  const dir = now === first ? other : first;
  return (
    <th scope="col" className={className} aria-sort={now && (now === "asc" ? "ascending" : "descending")}>
      <a href={engagementAddress(home, question, { sort, dir, page: 1 })}>
        {children}
        {now ? <span aria-hidden="true">{now === "asc" ? " ↑" : " ↓"}</span> : null}
      </a>
    </th>
  );
}
