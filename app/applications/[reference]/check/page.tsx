import { redirect } from "next/navigation";
import { AnswersList } from "@/components/applications/answers";
import { ActionForm } from "@/components/forms/action-form";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { missing } from "@/lib/applications/sections";
import { submit } from "../../actions";
import { findOwn } from "../../find";

const TITLE = "Check your answers";

export default async function CheckPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { state, answers, needs, version } = await findOwn(reference, "/check");
  const home = `/applications/${reference}`;
  if (state !== "draft") redirect(home);
  const gaps = missing(answers);
  const changeAt = (step: string) => `${home}/edit/${step}?from=check`;
  return (
    <div className="max-w-[50rem]">
      <PageHeading title={TITLE} back={{ href: home, label: "Your application" }} />
      {gaps.length > 0 ? (
        <div className="mb-6">
          <Notice tone="soon" title="Still to fill in before you can send it">
            <ul className="ml-5 list-disc">
              {gaps.map(({ step, what }) => (
                <li key={`${step} ${what}`} className="py-0.5">
                  <a href={changeAt(step)}>{what}</a>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      <AnswersList answers={answers} needs={needs} changeAt={changeAt} />
      {gaps.length === 0 ? (
        <ActionForm
          action={submit.bind(null, reference)}
          title={TITLE}
          submitLabel="Send the application"
          hidden={{ version: String(version) }}
          aside={<a href={home}>Not yet</a>}
        >
          <h2 className="mt-8 mb-3">Send it</h2>
          <p>
            After that your answers cannot be changed; you can still withdraw. We e-mail you a copy, without
            what you said about access and food, and ask your sponsor to endorse you.
          </p>
        </ActionForm>
      ) : (
        <title>{`${TITLE} - UCL Centre for Educational Leadership`}</title>
      )}
    </div>
  );
}
