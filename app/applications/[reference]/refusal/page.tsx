import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { decline } from "../../actions";
import { findOwn } from "../../find";

export default async function DeclinePage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { state, cohort } = await findOwn(reference, "/refusal");
  const home = `/applications/${reference}`;
  if (state !== "offered") redirect(home);
  return (
    <div className="max-w-prose">
      <PageHeading title="Decline your place" back={{ href: home, label: "Your application" }} />
      <p className="mb-5">
        Your place on {cohort.name} goes to somebody else. This cannot be undone, but you can apply again.
      </p>
      <ActionForm
        action={decline.bind(null, reference)}
        title="Decline your place"
        submitLabel="Decline the place"
        submitVariant="warning"
        aside={<a href={home}>Keep it open</a>}
      >
        <TextArea
          name="reason"
          label="Your reason"
          hint="It helps us plan later cohorts."
          optional
          rows={4}
          maxLength={2000}
        />
      </ActionForm>
    </div>
  );
}
