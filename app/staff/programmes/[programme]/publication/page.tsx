import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { ChangeList } from "@/components/programmes/change-list";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { discard, publish } from "../actions";
import { findProgramme } from "../find";

export default async function PublicationPage({ params }: { params: Promise<{ programme: string }> }) {
  const { programme: slug } = await params;
  const { programme, home, name } = await findProgramme(slug, "/publication");
  const { changes, draft, token, mayEditFacts } = programme;
  const heldBack = !mayEditFacts && changes.some(({ isFact }) => isFact);
  const title = "What changes";
  return (
    <div className="max-w-prose">
      <PageHeading
        title={title}
        caption={draft ? `Draft saved last by ${draft.by}, ${draft.at}` : "There is no draft."}
        back={{ href: home, label: name }}
      />
      {changes.length === 0 ? <p>What is public and what you work on say the same.</p> : null}
      {draft ? (
        <p className="mb-5">
          <a href={`${home}/preview`}>Preview the page</a>
        </p>
      ) : null}
      <ChangeList changes={changes} />
      {heldBack ? (
        <Notice tone="info">
          The draft changes facts of the programme, so an administrator has to publish it.
        </Notice>
      ) : null}
      {changes.length > 0 && !heldBack ? (
        <ActionForm
          action={publish.bind(null, slug)}
          title={title}
          submitLabel="Publish now"
          hidden={{ token }}
          aside={<a href={home}>Not now</a>}
        >
          <TextField
            name="note"
            label="What you changed, and why"
            hint="Kept with the version, for colleagues. The public does not see it."
            maxLength={300}
          />
        </ActionForm>
      ) : (
        <title>{`${title} - UCL Centre for Educational Leadership`}</title>
      )}
      {draft ? (
        <details className="mt-10">
          <summary>Throw the draft away</summary>
          <p className="my-3">Everything in it that is not public yet is lost, whoever wrote it.</p>
          <ActionForm
            action={discard.bind(null, slug)}
            submitLabel="Throw the draft away"
            submitVariant="warning"
            hidden={{ token }}
            idPrefix="discard-"
          />
        </details>
      ) : null}
    </div>
  );
}
