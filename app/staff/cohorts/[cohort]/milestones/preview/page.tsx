import { redirect } from "next/navigation";
import { WarningList, warningsInWords } from "@/components/cohorts/warning-list";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxField } from "@/components/forms/fields";
import { ChangeTable } from "@/components/milestones/change-table";
import { EffectCard } from "@/components/milestones/effect-card";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { now } from "@/lib/clock";
import { movedWindows } from "@/lib/milestone-changes/emails";
import { planPreview } from "@/lib/milestone-changes/preview";
import { isEmpty } from "@/lib/route-map/changes";
import { cohortTitle, findCohort } from "../../find";
import { confirm } from "../actions";

const TITLE = "What this changes";

export default async function PreviewPage({ params }: { params: Promise<{ cohort: string }> }) {
  const { actor, cohort } = await findCohort((await params).cohort, "/milestones/preview");
  const table = `/staff/cohorts/${cohort.id}/milestones`;
  const preview = (await planPreview(actor, cohort.id, now())) ?? redirect(table);
  const { planId, stale, changes, warnings, effect, thresholdPercent } = preview;
  const moved = movedWindows(changes.changed).length;
  const back = <a href={`${table}?plan=1`}>Change the table again</a>;
  return (
    <div className="max-w-prose">
      <title>{`${TITLE} - UCL Centre for Educational Leadership`}</title>
      <PageHeading
        title={TITLE}
        caption={cohortTitle(cohort)}
        back={{ href: `${table}?plan=1`, label: "Milestones" }}
      />
      {stale ? (
        <Notice tone="late" title="Somebody saved the milestones after you opened the table">
          Nothing that you typed is lost, and nothing of theirs is overwritten:{" "}
          <a href={`${table}?plan=1`}>open the table again</a>. What is saved now stands under every field
          that differs.
        </Notice>
      ) : null}
      {isEmpty(changes) ? <p className="my-5">Nothing differs from what is saved. {back}</p> : null}
      {isEmpty(changes) ? null : (
        <>
          <div className="my-6">
            <ChangeTable changes={changes} />
          </div>
          <EffectCard
            effect={effect}
            thresholdPercent={thresholdPercent}
            home={`/staff/cohorts/${cohort.id}`}
          />
          <p className="mb-2">{warningsInWords(warnings.length)}</p>
          <WarningList warnings={warnings} />
        </>
      )}
      {stale || isEmpty(changes) ? null : (
        <div className="mt-6">
          <ActionForm
            action={confirm.bind(null, cohort.id)}
            title={TITLE}
            submitLabel="Change the milestones"
            hidden={{ planId }}
            aside={back}
          >
            {moved > 0 && effect.people > 0 ? (
              <CheckboxField
                name="tell"
                value="yes"
                label={`Tell the ${effect.people} active participants by e-mail`}
                hint={`One e-mail each, with the ${moved === 1 ? "window that moves" : `${moved} windows that move`}.`}
              />
            ) : null}
          </ActionForm>
        </div>
      )}
    </div>
  );
}
