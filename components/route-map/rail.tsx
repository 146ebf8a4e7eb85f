import { GLYPH_TONES } from "@/components/ui/glyph-shapes";
import type { RailBar, RailLayout } from "@/lib/route-map/rail";

/**
 * The route map as a picture: months across, lanes down, a bar for each item. It only draws what `layoutRail`
 * has worked out. Where the list stands beside it, pass `decorative`: the list then carries the content.
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
  const { width, height, bandTop, months, bands, lanes, bars, today } = layout;
  const bandHeight = height - bandTop;
  return (
    <svg
      className="rail"
      viewBox={`0 0 ${width} ${height}`}
      role={decorative ? undefined : "group"}
      aria-label={decorative ? undefined : label}
      aria-hidden={decorative || undefined}
    >
      {bands.map((band) => (
        <rect
          key={band.x}
          className={`band band-${band.tone}`}
          x={band.x}
          y={bandTop}
          width={band.width}
          height={bandHeight}
          rx="10"
        />
      ))}
      <path
        className="rail-rules"
        d={lanes
          .slice(1)
          .map((lane) => `M0 ${lane.top}H${width}`)
          .join("")}
      />
      {today === null ? null : <path className="rail-today" d={`M${today} ${bandTop}V${height}`} />}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a g cannot take the focus */}
      <g aria-hidden="true">
        {months.map((month) => (
          <text
            key={month.x}
            className={month.strong ? "rail-month rail-year" : "rail-month"}
            x={month.x}
            y="20"
          >
            {month.label}
          </text>
        ))}
        {bands.map((band) => (
          <text key={band.x} className={`rail-band on-${band.tone}`} x={band.x + 11} y={bandTop + 20}>
            {band.label}
          </text>
        ))}
        {lanes.map((lane) => (
          <text key={lane.label} className="rail-lane" x="0" y={lane.y + 4.5}>
            {lane.label}
          </text>
        ))}
      </g>
      {bars.map((bar) => (
        <Bar key={bar.number} bar={bar} decorative={decorative} />
      ))}
      {today === null ? null : <TodayMark x={today} y={height - 17} width={width} />}
    </svg>
  );
}

function Bar({ bar, decorative }: { bar: RailBar; decorative: boolean }) {
  return (
    <a
      href={bar.href}
      className={`item item-${bar.sign} ${GLYPH_TONES[bar.sign]}`}
      tabIndex={decorative ? -1 : undefined}
    >
      <title>{bar.name}</title>
      <rect className="bar" x={bar.x} y={bar.y} width={bar.width} height="24" rx="12" />
      <use href={`#g-${bar.sign}`} x={bar.x + 3} y={bar.y + 2} />
      <text className={bar.ground === null ? undefined : `on-${bar.ground}`} x={bar.labelX} y={bar.y + 16.7}>
        {bar.label}
      </text>
    </a>
  );
}

const PILL = 46;

function TodayMark({ x, y, width }: { x: number; y: number; width: number }) {
  const left = Math.min(Math.max(x - PILL / 2, 0), width - PILL);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a g cannot take the focus
    <g aria-hidden="true">
      <rect className="rail-today-pill" x={left} y={y} width={PILL} height="17" rx="8.5" />
      <text className="rail-today-text" x={left + PILL / 2} y={y + 12.5}>
        Today
      </text>
    </g>
  );
}
