import type { EventsQuestion } from "@/lib/events/schema";

const SHOWS: { show: EventsQuestion["show"]; label: string }[] = [
  { show: "coming", label: "To come" },
  { show: "to_take", label: "Registers to take" },
  { show: "all", label: "All" },
];

/** Which events a list shows, as links, so that each view has an address. */
export function EventFilter({ home, show }: { home: string; show: EventsQuestion["show"] }) {
  return (
    <nav className="no-print flex flex-wrap gap-x-5 gap-y-1" aria-label="Show">
      {SHOWS.map((each) => (
        <a
          key={each.show}
          className="inline-block min-w-6 py-1 text-center aria-[current]:font-semibold aria-[current]:no-underline"
          href={`${home}?show=${each.show}`}
          aria-current={each.show === show ? "page" : undefined}
        >
          {each.label}
        </a>
      ))}
    </nav>
  );
}
