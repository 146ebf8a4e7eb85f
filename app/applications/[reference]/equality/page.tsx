import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { RadioGroup } from "@/components/forms/fields";
import { buttonClass } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { EQUALITY, EQUALITY_QUESTIONS } from "@/lib/applications/schema-equality";
import { findOwn } from "../../find";
import { answer } from "./actions";

const TITLE = "Equality questions";

/** Asked once after an application is sent; passed over as easily as answered. */
export default async function EqualityPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { submittedOn, equalityDone } = await findOwn(reference, "/equality");
  const home = `/applications/${reference}`;
  if (!submittedOn || equalityDone) redirect(home);
  return (
    <div className="max-w-prose">
      <PageHeading title={TITLE} back={{ href: home, label: "Your application" }} />
      <p className="mb-3">
        These four questions are optional. They help us see whether everybody has the same chance to take the
        programme.
      </p>
      <ul className="mb-6 grid list-disc gap-1 pl-5">
        <li>Your answers are kept apart from your application, without your name or the time.</li>
        <li>They play no part in the decision, and nobody who reads applications sees them.</li>
        <li>We see totals for a whole cohort, and never a number below five.</li>
        <li>They cannot be shown to you or changed later: nothing says whose they are.</li>
      </ul>
      <ActionForm
        action={answer.bind(null, reference)}
        title={TITLE}
        submitLabel="Send these answers"
        aside={
          <button type="submit" name="skip" value="yes" className={buttonClass("secondary")}>
            I would rather not answer
          </button>
        }
      >
        {EQUALITY_QUESTIONS.map((name) => {
          const { legend, answers, ...rest } = EQUALITY[name];
          return (
            <RadioGroup
              key={name}
              name={name}
              legend={legend}
              hint={"hint" in rest ? rest.hint : undefined}
              options={Object.entries(answers).map(([value, label]) => ({ value, label }))}
            />
          );
        })}
      </ActionForm>
    </div>
  );
}
