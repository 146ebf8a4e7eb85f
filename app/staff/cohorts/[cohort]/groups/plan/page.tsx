import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { PlanQuestionForm } from "@/components/peer-groups/plan-question";
import { PlanTable } from "@/components/peer-groups/plan-table";
import { Unmet } from "@/components/peer-groups/unmet";
import { PageHeading } from "@/components/ui/page-heading";
import { previewPlan } from "@/lib/peer-groups/plan";
import { planQuestion } from "@/lib/peer-groups/schema";
import { cohortTitle, findCohort } from "../../find";
import { adopt } from "../actions";

type Props = {
  params: Promise<{ cohort: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PlanPage({ params, searchParams }: Props) {
  const { actor, cohort } = await findCohort((await params).cohort, "/groups/plan");
  const question = planQuestion.parse(await searchParams);
  const plan = (await previewPlan(actor, cohort.id, question)) ?? notFound();
  const { report, people, moved, emptied, seen } = plan;
  const home = `/staff/cohorts/${cohort.id}/groups`;
  const title = "Make balanced groups";
  return (
    <>
      <PageHeading
        title={title}
        caption={`${cohortTitle(cohort)} · a preview: nothing changes until you adopt it`}
        back={{ href: home, label: "Peer learning groups" }}
      />
      <PlanQuestionForm question={question} />
      {people === 0 ? (
        <p>Nobody is taking part in this cohort now, so there is nobody to put into groups.</p>
      ) : (
        <>
          <h2 className="mb-2">
            {people === 1 ? "1 person" : `${people} people`} in {report.groups.length}{" "}
            {report.groups.length === 1 ? "group" : "groups"}
          </h2>
          <p className="mb-5 max-w-prose">
            {report.unmet.length === 0
              ? "Every rule is kept: groups of 6 to 10, nobody with somebody of the same school, nobody with their own line manager or mentor."
              : "Not every rule could be kept:"}
          </p>
          <Unmet title="Rules that could not be kept, and why" tone="late" sentences={report.unmet} />
          <Unmet title="Where the mix is not even" tone="soon" sentences={report.uneven} />
          <PlanTable groups={report.groups} />
          <div className="mt-6 max-w-prose">
            <p>
              {moved === 0
                ? "Everybody is in these groups already."
                : `${moved} ${moved === 1 ? "person comes" : "people come"} to another group than now. They, and the facilitators, are told by e-mail.`}
              {emptied.length > 0 ? ` Nobody would be left in ${emptied.join(", ")}.` : ""}
            </p>
            {moved > 0 ? (
              <ActionForm
                action={adopt.bind(null, cohort.id)}
                title={title}
                submitLabel="Adopt these groups"
                hidden={{ size: String(question.size), who: question.who, seen }}
                aside={<a href={home}>Leave everything as it is</a>}
              />
            ) : null}
          </div>
        </>
      )}
    </>
  );
}
