import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { CohortFields } from "@/components/cohorts/cohort-fields";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField, TextField } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { requireStaff } from "@/lib/auth/session";
import { canStartCohort } from "@/lib/cohorts/policy";
import { sourcesFor } from "@/lib/route-map/sources";
import { start } from "../actions";

const TITLE = "Start a cohort";

export default async function NewCohortPage() {
  const actor = await requireStaff("/staff/cohorts/new");
  if (!canStartCohort(actor)) notFound();
  const sources = await sourcesFor(actor);
  return (
    <div className="max-w-prose">
      <PageHeading
        title={TITLE}
        caption="It is a draft at first: nobody else sees it and nobody can apply until you publish it."
        back={{ href: "/staff/cohorts", label: "Cohorts" }}
      />
      <ActionForm
        action={start}
        title={TITLE}
        submitLabel="Make the draft"
        hidden={{ formKey: randomUUID() }}
        aside={<a href="/staff/cohorts">Not now</a>}
      >
        <SelectField
          name="source"
          label="What is it made from?"
          hint="Every milestone comes along, moved to the new start month; a note that names a year stays behind. You can change them afterwards."
          options={sources}
        />
        <TextField
          name="startMonth"
          label="Month it starts in"
          hint="Year and month, such as 2028-05"
          type="month"
          width="short"
          maxLength={7}
        />
        <CohortFields />
      </ActionForm>
    </div>
  );
}
