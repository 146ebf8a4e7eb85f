import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { GroupFields } from "@/components/peer-groups/group-fields";
import { PageHeading } from "@/components/ui/page-heading";
import { facilitatorChoices } from "@/lib/peer-groups/cohort-queries";
import { cohortTitle, findCohort } from "../../find";
import { makeGroup } from "../actions";

export default async function NewGroupPage({ params }: { params: Promise<{ cohort: string }> }) {
  const { actor, cohort } = await findCohort((await params).cohort, "/groups/new");
  const facilitators = (await facilitatorChoices(actor, cohort.id)) ?? notFound();
  const title = "Add a peer learning group";
  return (
    <div className="max-w-prose">
      <PageHeading
        title={title}
        caption={cohortTitle(cohort)}
        back={{ href: `/staff/cohorts/${cohort.id}/groups`, label: "Peer learning groups" }}
      />
      <ActionForm
        action={makeGroup.bind(null, cohort.id)}
        title={title}
        submitLabel="Add the group"
        hidden={{ formKey: crypto.randomUUID() }}
      >
        <GroupFields facilitators={facilitators} />
      </ActionForm>
    </div>
  );
}
