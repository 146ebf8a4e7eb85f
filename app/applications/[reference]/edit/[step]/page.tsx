import { notFound, redirect } from "next/navigation";
import { StepFields } from "@/components/applications/steps";
import { ActionForm } from "@/components/forms/action-form";
import { buttonClass } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { stepAt } from "@/lib/applications/schema-answers";
import { stepsOf } from "@/lib/applications/sections";
import { saveStep } from "../../../actions";
import { findOwn } from "../../../find";

type Props = {
  params: Promise<{ reference: string; step: string }>;
  searchParams: Promise<{ from?: string | string[] }>;
};

/** One page of the form. From "Check your answers" it leads back there. */
export default async function StepPage({ params, searchParams }: Props) {
  const { reference, step: asked } = await params;
  const step = stepAt(asked) ?? notFound();
  const application = await findOwn(reference, `/edit/${step}`);
  const home = `/applications/${reference}`;
  if (application.state !== "draft") redirect(home);
  const steps = stepsOf(application.answers);
  const { title, section } = steps.find((each) => each.step === step) ?? notFound();
  const fromCheck = (await searchParams).from === "check";
  return (
    <div className="max-w-prose">
      <PageHeading
        title={title}
        caption={`${section} · page ${steps.findIndex((each) => each.step === step) + 1} of ${steps.length}`}
        back={
          fromCheck
            ? { href: `${home}/check`, label: "Check your answers" }
            : { href: home, label: "Your application" }
        }
      />
      <ActionForm
        key={step}
        action={saveStep.bind(null, reference, step)}
        title={title}
        submitLabel={fromCheck ? "Save and go back" : "Save and continue"}
        hidden={{ version: String(application.version), ...(fromCheck ? { from: "check" } : {}) }}
        aside={
          fromCheck ? null : (
            <button type="submit" name="leave" value="yes" className={buttonClass("secondary")}>
              Save and come back later
            </button>
          )
        }
      >
        <StepFields step={step} answers={application.answers} needs={application.needs} />
      </ActionForm>
      <p className="mt-6 text-muted">
        Answers may wait: the list of your application says what is still missing before you can send it.
      </p>
    </div>
  );
}
