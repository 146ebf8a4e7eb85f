import { inner } from "@/components/ui/markup";
import type { RailLayout } from "@/lib/route-map/rail";
import { railMarkup } from "./rail-markup";

/**
 * The route map as a picture: months across, lanes down, a bar for each item. Where the list stands beside it,
 * pass `decorative`: the list then carries the content.
 */
export function Rail({
  layout,
  label,
  decorative = false,
}: {
  layout: RailLayout;
  label: string;
  decorative?: boolean;
}) {
  return (
    <svg
      className="rail"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role={decorative ? undefined : "group"}
      aria-label={decorative ? undefined : label}
      aria-hidden={decorative || undefined}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: markup that escapes all it is given (ui/markup.ts)
      dangerouslySetInnerHTML={inner(railMarkup(layout, decorative))}
    />
  );
}
