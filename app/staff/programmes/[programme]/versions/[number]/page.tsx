import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { ChangeList } from "@/components/programmes/change-list";
import { PageHeading } from "@/components/ui/page-heading";
import { versionOf } from "@/lib/programmes/editing-queries";
import { restore } from "../../actions";
import { findProgramme } from "../../find";

type Props = { params: Promise<{ programme: string; number: string }> };

export default async function VersionPage({ params }: Props) {
  const { programme: slug, number: typed } = await params;
  const { actor, programme, home } = await findProgramme(slug, `/versions/${encodeURIComponent(typed)}`);
  const number = /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : notFound();
  const version = (await versionOf(actor, slug, number)) ?? notFound();
  const title = `Version ${number}`;
  const isPublic = number === programme.latestNumber;
  return (
    <div className="max-w-prose">
      <PageHeading
        title={title}
        caption={`Published by ${version.by}, ${version.at}${isPublic ? "; public now" : ""}`}
        back={{ href: `${home}/versions`, label: "Versions" }}
      />
      {version.note ? <p className="mb-5">“{version.note}”</p> : null}
      <h2 className="mb-3">What it changed</h2>
      {version.changes.length === 0 ? (
        <p>{number === 1 ? "This was the first." : "Nothing: it says what the version before it said."}</p>
      ) : (
        <ChangeList changes={version.changes} />
      )}
      {isPublic && !programme.draft ? (
        <title>{`${title} - UCL Centre for Educational Leadership`}</title>
      ) : (
        <section className="mt-8">
          <h2 className="mb-3">Bring it back</h2>
          <p>
            It becomes the draft, to look through and publish.
            {programme.draft ? " The draft there is now, and all that is in it, is lost." : ""}
            {programme.mayEditFacts ? "" : " The facts stay as they are; an administrator changes those."}
          </p>
          <ActionForm
            action={restore.bind(null, { slug, number })}
            title={title}
            submitLabel={`Make version ${number} the draft`}
            submitVariant={programme.draft ? "warning" : "secondary"}
            hidden={{ token: programme.token }}
          />
        </section>
      )}
    </div>
  );
}
