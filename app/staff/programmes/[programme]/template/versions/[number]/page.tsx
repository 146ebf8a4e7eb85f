import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { TemplateTable } from "@/components/milestones/template-table";
import { PageHeading } from "@/components/ui/page-heading";
import { dateTimeInLondon } from "@/lib/dates";
import { templateVersion } from "@/lib/route-map/template-queries";
import { restore } from "../../actions";
import { findTemplate } from "../../find";

export default async function TemplateVersionPage({
  params,
}: {
  params: Promise<{ programme: string; number: string }>;
}) {
  const { programme, number: asked } = await params;
  const number = /^\d{1,6}$/.test(asked) ? Number(asked) : 0;
  const { home, template } = await findTemplate(programme, `/versions/${number}`);
  const { programmeId, slug, shortName, latest, versions, mayEdit } = template;
  const items = (await templateVersion(programmeId, number)) ?? notFound();
  const version = versions.find((each) => each.number === number);
  const title = `Version ${number} of the route-map template`;
  return (
    <>
      <title>{`${title} - UCL Centre for Educational Leadership`}</title>
      <PageHeading
        title={title}
        caption={
          version
            ? `${shortName} · ${dateTimeInLondon(version.savedAt)}${version.note ? ` · ${version.note}` : ""}`
            : shortName
        }
        back={{ href: `${home}/template`, label: "Route-map template" }}
      />
      {mayEdit && number !== latest ? (
        <div className="mb-6">
          <ActionForm
            action={restore.bind(null, { programmeId, slug }, number)}
            title={title}
            submitLabel="Go back to this version"
            submitVariant="secondary"
            hidden={{ version: String(latest) }}
          />
        </div>
      ) : null}
      <TemplateTable items={items} />
    </>
  );
}
