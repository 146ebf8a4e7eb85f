import { ITEM_MODES, type ItemMode, MODE_WORDS } from "./schema";

/** Which items of a route map are shown: by module and by mode, as an address asks for it. */
export type RouteMapFilter = { module: number | "across" | null; mode: ItemMode | null };

export const SHORT_MODE_WORDS: Record<ItemMode, string> = {
  self_directed: "Self-directed",
  facilitated: "Facilitated",
  face_to_face: "Face to face",
};

const MODULES = ["1", "2", "3", "across"] as const;

type Asked = Record<string, string | string[] | undefined>;

/** The filter in an address; what it does not know is left out, so that an old link still shows the map. */
export function filterFrom(asked: Asked): RouteMapFilter {
  const module = MODULES.find((each) => each === asked.module);
  const mode = ITEM_MODES.find((each) => each === asked.mode);
  const part = module === undefined || module === "across" ? module : Number(module);
  return { module: part ?? null, mode: mode ?? null };
}

/** The items that the filter lets through. Items without a module run across the programme. */
export function filtered<T extends { module: number | null; mode: ItemMode | null }>(
  items: readonly T[],
  { module, mode }: RouteMapFilter,
): T[] {
  return items.filter(
    (item) =>
      (module === null || (module === "across" ? item.module === null : item.module === module)) &&
      (mode === null || item.mode === mode),
  );
}

/** "Module 2, facilitated"; null when everything is shown. */
export function filterInWords({ module, mode }: RouteMapFilter): string | null {
  const part = module === null ? "" : module === "across" ? "Across the programme" : `Module ${module}`;
  const way = mode
    ? part
      ? MODE_WORDS[mode].toLowerCase().replace("ucl extend", "UCL eXtend")
      : MODE_WORDS[mode]
    : "";
  return [part, way].filter(Boolean).join(", ") || null;
}

/** The query of an address with that cohort and filter: "" or "?cohort=spring-2027&module=2". */
export function filterQuery(cohort: string | undefined, { module, mode }: RouteMapFilter): string {
  const query = new URLSearchParams();
  if (cohort) query.set("cohort", cohort);
  if (mode) query.set("mode", mode);
  if (module !== null) query.set("module", String(module));
  const text = query.toString();
  return text && `?${text}`;
}
