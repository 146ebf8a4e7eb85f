import { ActionForm } from "@/components/forms/action-form";
import { Card } from "@/components/ui/card";
import type { CarryOverTo } from "@/lib/applications/carry-over-query";
import { longDate } from "@/lib/dates";
import type { FormState } from "@/lib/form";

/** The way from an application that has ended to one in the cohort that is open, with the same answers. */
export function CarryOverCard({
  to,
  carry,
}: {
  to: CarryOverTo;
  carry: (state: FormState, data: FormData) => Promise<FormState>;
}) {
  return (
    <Card labelledBy="carry-over">
      <h2 id="carry-over">Apply for {to.name} with these answers</h2>
      <p className="mb-2">
        {to.name} takes applications until {longDate(to.applicationsClose)}. We fill in everything you wrote
        here; you can change it all. Only the declarations are made anew, and your sponsor is asked again.
      </p>
      <ActionForm
        action={carry}
        submitLabel="Begin with these answers"
        hidden={{ cohortId: to.cohortId }}
        idPrefix="carry-"
      />
    </Card>
  );
}
