import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { MilestoneFields } from "@/components/milestones/milestone-fields";
import { NEW_VALUES, type Row, valuesOf, whatItIs } from "@/components/milestones/table-rows";
import { TemplateTable } from "@/components/milestones/template-table";
import { TemplateVersions } from "@/components/milestones/template-versions";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import type { TemplateItem } from "@/lib/route-map/schema";
import { NEW_ROWS } from "@/lib/route-map/schema-table";
import { saveRows } from "./actions";
import { findTemplate } from "./find";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export default async function TemplatePage({ params, searchParams }: Props) {
  const { home, template } = await findTemplate((await params).programme);
  const { programmeId, slug, shortName, items, latest, versions, mayEdit } = template;
  const title = `Route-map template of ${shortName}`;
  return (
    <>
      <PageHeading
        title="Route-map template"
        caption="What new cohorts are made from, in months from the start month, which is 0. Cohorts that are there keep their own milestones."
        back={{ href: home, label: shortName }}
      />
      {(await searchParams).done === undefined ? null : (
        <div className="mb-5">
          <Notice tone="done">Saved as version {latest}.</Notice>
        </div>
      )}
      {mayEdit ? (
        <ActionForm
          action={saveRows.bind(null, { programmeId, slug })}
          title={title}
          submitLabel="Save as a new version"
          hidden={{ version: String(latest) }}
          aside={<a href={home}>Leave it as it is</a>}
        >
          <MilestoneFields rows={rowsOf(items)} when="months" />
          <div className="mt-5">
            <TextField
              name="why"
              label="Why do you change it?"
              hint="Kept with the version"
              maxLength={300}
            />
          </div>
        </ActionForm>
      ) : (
        <>
          <title>{`${title} - UCL Centre for Educational Leadership`}</title>
          <p className="mb-4 text-muted">An administrator changes it.</p>
          <TemplateTable items={items} />
        </>
      )}
      <TakeOut list="template" query={{ programme: slug }} what="the template as it is saved" />
      <h2 className="mt-8 mb-3">Versions</h2>
      <TemplateVersions versions={versions} home={`${home}/template`} />
    </>
  );
}

const rowsOf = (items: readonly TemplateItem[]): Row[] => [
  ...items.map((item) => ({
    at: String(item.number),
    saved: valuesOf(item, { key: String(item.number), opens: item.opensMonth, closes: item.closesMonth }),
    what: whatItIs(item),
    kept: false,
  })),
  ...Array.from({ length: NEW_ROWS }, (_, index) => ({
    at: `n${index}`,
    saved: NEW_VALUES,
    what: "",
    kept: false,
  })),
];
