import { FilterLinks } from "@/components/route-map/filter-links";
import { filterQuery, type RouteMapFilter, SHORT_MODE_WORDS } from "@/lib/route-map/filter";
import { ITEM_MODES } from "@/lib/route-map/schema";

/** The map by module and by mode. Each link keeps what else is chosen. */
export function MapFilter({
  modules,
  cohort,
  filter,
}: {
  /** The modules that the map has. */
  modules: readonly number[];
  /** The cohort in the address, if it names one. */
  cohort: string | undefined;
  filter: RouteMapFilter;
}) {
  const link = (label: string, change: Partial<RouteMapFilter>) => {
    const next = { ...filter, ...change };
    const current = next.module === filter.module && next.mode === filter.mode;
    // An empty query alone would lead to the address one is at, filter and all.
    return { label, href: filterQuery(cohort, next) || "?", current };
  };
  return (
    <div className="mb-5">
      <FilterLinks
        title="Module"
        choices={[
          link("All", { module: null }),
          ...modules.map((module) => link(String(module), { module })),
          link("Across the programme", { module: "across" }),
        ]}
      />
      <FilterLinks
        title="How"
        choices={[
          link("All", { mode: null }),
          ...ITEM_MODES.map((mode) => link(SHORT_MODE_WORDS[mode], { mode })),
        ]}
      />
    </div>
  );
}
