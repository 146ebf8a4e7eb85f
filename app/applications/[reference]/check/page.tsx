import { redirect } from "next/navigation";
import { AnswersList } from "@/components/applications/answers";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxField } from "@/components/forms/fields";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { missing } from "@/lib/applications/schema-answers";
import { submit } from "../../actions";
import { findOwn } from "../../find";

export default async function CheckPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const application = await findOwn(reference, "/check");
  const home = `/applications/${reference}`;
  if (application.state !== "draft") redirect(home);
  const gaps = missing(application.answers);
  return (
    <div className="max-w-prose">
      <PageHeading title="Check your answers" back={{ href: home, label: "Your application" }} />
      {gaps.length > 0 ? (
        <div className="mb-5">
          <Notice tone="soon" title="Still to fill in before you can send it">
            <ul className="ml-5 list-disc">
              {gaps.map((gap) => (
                <li key={gap.field}>
                  <a href={`${home}/edit/${gap.step}`}>{gap.what}</a>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      <AnswersList answers={application.answers} editBase={`${home}/edit`} />
      {gaps.length === 0 ? (
        <ActionForm
          action={submit.bind(null, reference)}
          title="Check your answers"
          submitLabel="Send the application"
          hidden={{ version: String(application.version) }}
        >
          <h2 className="mt-8 mb-3">Before you send it</h2>
          <p className="mb-3">
            We read what you send and may ask your sponsor to endorse it. The fee, the days away and the 90%
            engagement are binding only when you accept an offer.
          </p>
          <CheckboxField
            name="declared"
            value="yes"
            label="What I have written is true, and I have told my sponsor that I apply"
          />
        </ActionForm>
      ) : (
        <title>Check your answers - UCL Centre for Educational Leadership</title>
      )}
    </div>
  );
}
