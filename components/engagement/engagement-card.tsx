import { Card } from "@/components/ui/card";
import { Meter } from "@/components/ui/meter";
import { hoursAndMinutes, unbroken } from "@/lib/dates";
import type { Engagement } from "@/lib/engagement/schema";
import { STANDING_TEXT, standingOf } from "@/lib/engagement/schema-tone";
import { Figures } from "./figures";

const BAR = { done: "", soon: "[&_i]:bg-soon", late: "[&_i]:bg-late" } as const;

/**
 * Engagement as a sentence, the bar with the line to reach, and the forecast. `forecast` and `overall` come
 * from lib/engagement/sentences.ts.
 */
export function EngagementCard({
  engagement,
  forecast,
  overall,
  learning,
  statement,
}: {
  engagement: Engagement;
  /** Left out for somebody who is not on the way any more. */
  forecast?: string;
  overall: string;
  learning: { minutes: number; ofMinutes: number };
  /** The address of the printable statement, where there is one. */
  statement?: string;
}) {
  const { toDate, thresholdPercent } = engagement;
  const standing = standingOf(engagement);
  const percent = toDate.percent;
  return (
    <Card labelledBy="engagement" className="engagement-card">
      <h2 id="engagement">Engagement</h2>
      {percent === null ? (
        <p className="mb-4">Nothing has been due yet.</p>
      ) : (
        <p className="mb-4">
          <strong className={`figure ${STANDING_TEXT[standing]}`}>{percent}%</strong> of what was due so far
          is done:{" "}
          {unbroken(`${hoursAndMinutes(toDate.doneMinutes)} of ${hoursAndMinutes(toDate.requiredMinutes)}.`)}
          {forecast && percent < thresholdPercent ? ` That is below the ${thresholdPercent}% line.` : ""}
        </p>
      )}
      <div className={BAR[standing]}>
        <Meter
          percent={percent ?? 0}
          mark={thresholdPercent}
          markLabel={`${thresholdPercent}% needed`}
          label={`${percent ?? 0} per cent done of what was due; ${thresholdPercent} per cent is needed`}
        />
      </div>
      {forecast ? (
        <p className="mt-3">
          <Figures text={forecast} />
        </p>
      ) : null}
      <p className="mt-3 text-muted">
        {unbroken(
          `${overall} Learning time: ${hoursAndMinutes(learning.minutes)} of ${hoursAndMinutes(learning.ofMinutes)}.`,
        )}
        {statement ? (
          <>
            {" "}
            <a href={statement}>Statement</a>
          </>
        ) : null}
      </p>
    </Card>
  );
}
