import { ActionForm } from "@/components/forms/action-form";
import { MilestoneFields } from "@/components/milestones/milestone-fields";
import { NEW_VALUES, type Row, valuesOf, whatItIs } from "@/components/milestones/table-rows";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { planOf } from "@/lib/milestone-changes/preview";
import { milestonesToEdit } from "@/lib/milestone-changes/queries";
import type { PlannedItem } from "@/lib/route-map/changes";
import { NEW_ROWS } from "@/lib/route-map/schema-table";
import { Archived } from "../archived";
import { cohortTitle, findCohort } from "../find";
import { plan } from "./actions";

type Props = {
  params: Promise<{ cohort: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MilestonesPage({ params, searchParams }: Props) {
  const { actor, cohort } = await findCohort((await params).cohort, "/milestones");
  const title = `Milestones of ${cohortTitle(cohort)}`;
  if (cohort.state === "archived") return <Archived cohort={cohort} title={title} />;
  const { items, kept } = await milestonesToEdit(cohort.id);
  const again = (await searchParams).plan === undefined ? null : await planOf(actor, cohort.id);
  const home = `/staff/cohorts/${cohort.id}`;
  return (
    <>
      <PageHeading
        title="Milestones"
        caption="Nothing is changed before you have seen what it means for participants."
        back={{ href: home, label: cohortTitle(cohort) }}
      />
      {again ? (
        <div className="mb-5">
          <Notice tone="info">
            This is what you typed. Where it differs from what is saved, the saved value stands under it.
          </Notice>
        </div>
      ) : null}
      <p className="mb-5">
        <a href={`${home}/compare`}>Compare with the programme’s template</a>
      </p>
      <ActionForm
        action={plan.bind(null, cohort.id)}
        title={title}
        submitLabel="See what this changes"
        hidden={{ version: String(cohort.routeMapVersion) }}
        aside={<a href={home}>Leave them as they are</a>}
      >
        <MilestoneFields rows={rowsOf(items, kept, again?.items)} when="days" />
      </ActionForm>
      <TakeOut list="milestones" query={{ cohort: cohort.id }} what="the milestones as they are saved" />
    </>
  );
}

const values = (item: PlannedItem, remove = false) =>
  valuesOf(item, { key: item.id ?? "", opens: item.opensOn, closes: item.closesOn, remove });

function rowsOf(items: (PlannedItem & { id: string })[], kept: Set<string>, planned?: PlannedItem[]): Row[] {
  const typed = new Map(planned?.map((item) => [item.id, item]));
  const added = planned?.filter(({ id }) => id === null) ?? [];
  return [
    ...items.map((item) => ({
      at: String(item.number),
      saved: values(item),
      ...(planned ? { planned: values(typed.get(item.id) ?? item, !typed.has(item.id)) } : {}),
      what: whatItIs(item),
      kept: kept.has(item.id),
    })),
    ...Array.from({ length: Math.max(NEW_ROWS, added.length) }, (_, index) => {
      const item = added[index];
      return {
        at: `n${index}`,
        saved: NEW_VALUES,
        ...(item ? { planned: values(item) } : {}),
        what: "",
        kept: false,
      };
    }),
  ];
}
