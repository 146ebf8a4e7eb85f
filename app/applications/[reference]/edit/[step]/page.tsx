import { notFound, redirect } from "next/navigation";
import { StepFields } from "@/components/applications/steps";
import { ActionForm } from "@/components/forms/action-form";
import { buttonClass } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { STEP_ORDER } from "@/lib/applications/schema-answers";
import { saveStep } from "../../../actions";
import { findOwn } from "../../../find";

const TITLES = { about: "About you", work: "Your work, and who pays", reasons: "Your reasons" };

type Props = { params: Promise<{ reference: string; step: string }> };

export default async function StepPage({ params }: Props) {
  const { reference, step: asked } = await params;
  const step = STEP_ORDER.find((each) => each === asked) ?? notFound();
  const application = await findOwn(reference, `/edit/${step}`);
  const home = `/applications/${reference}`;
  if (application.state !== "draft") redirect(home);
  const number = STEP_ORDER.indexOf(step) + 1;
  return (
    <div className="max-w-prose">
      <PageHeading
        title={TITLES[step]}
        caption={`${application.programme.shortName}, ${application.cohort.name} · step ${number} of ${STEP_ORDER.length}`}
        back={{ href: home, label: "Your application" }}
      />
      <ActionForm
        key={step}
        action={saveStep.bind(null, reference, step)}
        title={TITLES[step]}
        submitLabel="Save and continue"
        hidden={{ version: String(application.version) }}
        aside={
          <button type="submit" name="leave" value="yes" className={buttonClass("secondary")}>
            Save and come back later
          </button>
        }
      >
        <StepFields step={step} answers={application.answers} />
      </ActionForm>
      <p className="mt-6 text-muted">
        Answers may wait: the last page says what is still missing before you can send it.
      </p>
    </div>
  );
}
