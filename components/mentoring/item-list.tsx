import { monthRange, shortDate } from "@/lib/dates";
import type { MentorItem } from "@/lib/mentoring/schema";
import { fullTitle } from "@/lib/route-map/schema";
import { type Audience, StandingTag } from "./standing-tag";

/** Check-ins and reports with how each stands; `href` makes those links that lead somewhere. */
export function ItemList({
  items,
  audience,
  href,
}: {
  items: readonly MentorItem[];
  audience: Audience;
  href?: (item: MentorItem) => string | null;
}) {
  return (
    <ul className="stack-list mentor-items">
      {items.map((item) => {
        const to = href?.(item);
        return (
          <li key={item.milestoneId}>
            <div>
              {to ? <a href={to}>{fullTitle(item)}</a> : <span>{fullTitle(item)}</span>}
              <small>{detail(item)}</small>
            </div>
            <StandingTag item={item} audience={audience} />
          </li>
        );
      })}
    </ul>
  );
}

function detail({ opensOn, closesOn, metOn, askedOn, doneOn, standing }: MentorItem): string {
  const settled = standing === "done" && metOn && doneOn;
  if (settled) return `Met on ${shortDate(metOn)}, confirmed on ${shortDate(doneOn)}`;
  const when = opensOn && closesOn ? monthRange(opensOn, closesOn) : "";
  const asked = standing === "waiting" && askedOn ? `asked on ${shortDate(askedOn)}` : "";
  const met = metOn && standing !== "upcoming" ? `met on ${shortDate(metOn)}` : "";
  const done = doneOn && standing === "done" ? `done on ${shortDate(doneOn)}` : "";
  return [when, met, asked, done].filter(Boolean).join(" · ");
}
