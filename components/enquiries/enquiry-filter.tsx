import { buttonClass } from "@/components/ui/button";
import type { EnquiryFilters } from "@/lib/enquiries/schema";
import type { EnquiryCounts } from "@/lib/enquiries/views";

/** Which enquiries the list shows, as links, and a search: each view has an address that can be sent on. */
export function EnquiryFilter({
  shown,
  q,
  counts,
}: {
  shown: NonNullable<EnquiryFilters["show"]>;
  q: string | undefined;
  counts: EnquiryCounts;
}) {
  const { waiting, answered, set_aside } = counts;
  const views = [
    { show: "waiting", label: "Waiting", count: waiting },
    { show: "answered", label: "Answered", count: answered },
    { show: "set_aside", label: "Set aside", count: set_aside },
    { show: "all", label: "All", count: waiting + answered + set_aside },
  ];
  return (
    <div className="no-print mb-5 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <nav className="flex flex-wrap gap-x-5 gap-y-1" aria-label="Show">
        {views.map(({ show, label, count }) => (
          <a
            key={show}
            className="py-1 aria-[current]:font-semibold aria-[current]:no-underline"
            href={`/staff/enquiries?show=${show}`}
            aria-current={show === shown && !q ? "page" : undefined}
          >
            {label} ({count})
          </a>
        ))}
      </nav>
      <search>
        <form className="flex flex-wrap items-end gap-3" action="/staff/enquiries">
          <label className="grid gap-1 text-[0.94rem] text-muted">
            Find in all of them
            <input
              className="input"
              type="search"
              name="q"
              maxLength={100}
              defaultValue={q}
              placeholder="Name, address, word"
            />
          </label>
          <button type="submit" className={buttonClass("secondary")}>
            Find
          </button>
          {q ? (
            <a className="py-2" href="/staff/enquiries">
              Clear
            </a>
          ) : null}
        </form>
      </search>
    </div>
  );
}
