import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { AskingView } from "@/lib/applications/endorsement/views";
import { hoursAndMinutes, monthAndYear } from "@/lib/dates";
import { pounds } from "@/lib/programmes/schema";

/** What the programme asks of a participant's school or trust, from the programme's own facts. */
export function AskedOfSchool({ programme, cohort }: Pick<AskingView, "programme" | "cohort">) {
  const { durationMonths, learningMinutes, engagementThresholdPercent, hours, residentialPlaces } = programme;
  return (
    <Card labelledBy="asked">
      <h2 id="asked">What it asks of your school or trust</h2>
      <dl className="grid gap-4">
        <Fact label="How long">
          {durationMonths} months from {monthAndYear(cohort.startsOn)}, alongside the job
        </Fact>
        <Fact label="Learning time">
          {hoursAndMinutes(learningMinutes).replace(" h", " hours")} in all, of which at least{" "}
          {engagementThresholdPercent}% has to be completed
          <ul className="mt-2 grid gap-1 text-[0.94rem] text-muted">
            {hours.map(({ component, minutes, publishedAs }) => (
              <li key={component}>
                {component}: {publishedAs ?? hoursAndMinutes(minutes)}
              </li>
            ))}
          </ul>
        </Fact>
        {residentialPlaces.length > 0 ? (
          <Fact label="Away from school">
            The face-to-face days; the residential is in {residentialPlaces.join(" or ")}
          </Fact>
        ) : null}
        <Fact label="An NPQ mentor">
          Often the line manager: check-ins during the programme, and a short report on its impact after
          modules 2 and 3
        </Fact>
        <Fact label="The fee">
          {pounds(programme.feePence)} + VAT ({pounds(programme.feeWithVatPence)}). Who pays is for you and
          the applicant to settle: the endorsement is not an order.
        </Fact>
      </dl>
      <p className="mt-4">
        <a href={`/programmes/${programme.slug}`}>Everything about the programme</a>
      </p>
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-semibold">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
