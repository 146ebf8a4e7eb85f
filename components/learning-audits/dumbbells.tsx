/** A line of the chart: before and after on a scale of 1 to 5, either of which may be missing. */
export type Dumbbell = { key: string; title: string; before: number | null; after: number | null };

/** Per cent from the left, with room for the signs at both ends. */
const place = (value: number) => 4 + ((value - 1) / 4) * 92;
const MIDDLE = 16;

/**
 * Before and after as pairs on a scale: a ring, a disc and the way between them. The signs differ in shape, so that
 * they are told apart in print and without colour; the page's table says the same in figures.
 */
export function Dumbbells({
  rows,
  label,
  words,
}: {
  rows: readonly Dumbbell[];
  /** What people hear in place of the picture. */
  label: string;
  /** What the ring and the disc stand for. */
  words: { before: string; after: string };
}) {
  return (
    <figure className="dumbbells" role="img" aria-label={label}>
      <p className="dumbbell-key">
        <span>
          <Sign>
            <circle className="dumbbell-ring" cx="12" cy="12" r="8" />
          </Sign>
          {words.before}
        </span>
        <span>
          <Sign>
            <circle className="dumbbell-disc" cx="12" cy="12" r="6" />
          </Sign>
          {words.after}
        </span>
      </p>
      <div className="dumbbell-row dumbbell-scale">
        <span />
        <svg width="100%" height="20" aria-hidden="true">
          {[1, 2, 3, 4, 5].map((value) => (
            <text key={value} x={`${place(value)}%`} y="15" textAnchor="middle">
              {value}
            </text>
          ))}
        </svg>
      </div>
      {rows.map((row) => (
        <div key={row.key} className="dumbbell-row">
          <span>{row.title}</span>
          <Line {...row} />
        </div>
      ))}
    </figure>
  );
}

function Line({ before, after }: Dumbbell) {
  const at = (value: number) => `${place(value)}%`;
  return (
    <svg width="100%" height={MIDDLE * 2} aria-hidden="true">
      <line className="dumbbell-track" x1={at(1)} x2={at(5)} y1={MIDDLE} y2={MIDDLE} />
      {[1, 2, 3, 4, 5].map((value) => (
        <line
          key={value}
          className="dumbbell-track"
          x1={at(value)}
          x2={at(value)}
          y1={MIDDLE - 4}
          y2={MIDDLE + 4}
        />
      ))}
      {before !== null && after !== null && before !== after ? (
        <line
          className={after > before ? "dumbbell-up" : "dumbbell-down"}
          x1={at(before)}
          x2={at(after)}
          y1={MIDDLE}
          y2={MIDDLE}
        />
      ) : null}
      {before === null ? null : <circle className="dumbbell-ring" cx={at(before)} cy={MIDDLE} r="9" />}
      {after === null ? null : <circle className="dumbbell-disc" cx={at(after)} cy={MIDDLE} r="6" />}
    </svg>
  );
}

const Sign = ({ children }: { children: React.ReactNode }) => (
  <svg width="24" height="24" aria-hidden="true">
    {children}
  </svg>
);
