import { notFound } from "next/navigation";
import { UploadTable } from "@/components/applications/registration-uploads";
import { ActionForm } from "@/components/forms/action-form";
import { FileField } from "@/components/forms/file-field";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { registrationsOfCohort } from "@/lib/applications/registrations/queries";
import { cohortTitle, findCohort } from "../find";
import { CohortTabs } from "../tabs";
import { submitRegistrations } from "./actions";

const TITLE = "DfE registrations";
const HINT = "CSV, at most 900 kB and 5,000 lines.";

export default async function RegistrationsPage({ params }: { params: Promise<{ cohort: string }> }) {
  const { actor, cohort } = await findCohort((await params).cohort, "/registrations");
  const all = (await registrationsOfCohort(actor, cohort.id)) ?? notFound();
  return (
    <>
      <PageHeading
        title={TITLE}
        caption={cohortTitle(cohort)}
        back={{ href: `/staff/cohorts/${cohort.id}`, label: cohortTitle(cohort) }}
      />
      <CohortTabs actor={actor} cohortId={cohort.id} current="registrations" />
      <div className="max-w-prose">
        <p>
          Of {all.sent} {all.sent === 1 ? "application" : "applications"} sent and not ended,{" "}
          <strong>{all.confirmed}</strong> {all.confirmed === 1 ? "is" : "are"} confirmed by DfE’s lists.{" "}
          {all.waiting > 0
            ? `${all.waiting} ${all.waiting === 1 ? "registration waits" : "registrations wait"} for an application: ${all.waiting === 1 ? "it is" : "each is"} matched when one is sent.`
            : ""}
        </p>
        <h2 className="mt-7 mb-3">Import a list</h2>
        <ActionForm
          action={submitRegistrations.bind(null, cohort.id)}
          title={`${TITLE}, ${cohortTitle(cohort)}`}
          submitLabel="Import the list"
        >
          <FileField name="file" label="DfE’s list of registrations" hint={HINT} accept=".csv,text/csv" />
        </ActionForm>
        <details className="my-6">
          <summary>What the file has to look like</summary>
          <div className="prose mt-2">
            <p>
              The first line has DfE’s headings, in any order: <strong>id</strong> or{" "}
              <strong>participant_id</strong>, <strong>teacher_reference_number</strong>,{" "}
              <strong>email</strong>, <strong>full_name</strong> and <strong>course_identifier</strong>. One
              of TRN and e-mail address is enough. Other columns are not read.
            </p>
            <p>
              Each registration is matched by its TRN, or else by the e-mail address. Where the two point at
              different people, nobody is matched and the report says so. A registration is imported once: the
              same file again only tries those that had no application yet.
            </p>
          </div>
        </details>
      </div>
      <h2 className="mt-7 mb-3">Earlier lists</h2>
      {all.uploads.length === 0 ? (
        <p>No list has been imported for this cohort.</p>
      ) : (
        <>
          <UploadTable home={`/staff/cohorts/${cohort.id}/registrations`} uploads={all.uploads} />
          <TakeOut list="registration-lists" query={{ cohort: cohort.id }} what="this overview" />
        </>
      )}
    </>
  );
}
