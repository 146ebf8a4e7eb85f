/**
 * A share as a bar, with the line to reach. Percentages 0 to 100. The figures stand in words beside it, so the
 * bar is one picture with one name.
 */
export function Meter({
  percent,
  mark,
  label,
  markLabel,
}: {
  percent: number;
  mark?: number;
  label: string;
  markLabel?: string;
}) {
  const width = Math.max(0, Math.min(100, percent));
  return (
    <div className="meter" role="img" aria-label={label}>
      <div className="meter-track">
        <i style={{ width: `${width}%` }} />
      </div>
      {mark === undefined ? null : <b style={{ left: `${mark}%` }} />}
      {mark === undefined || !markLabel ? null : (
        <span style={{ right: `${Math.max(0, 100 - mark - 8)}%` }}>{markLabel}</span>
      )}
    </div>
  );
}
