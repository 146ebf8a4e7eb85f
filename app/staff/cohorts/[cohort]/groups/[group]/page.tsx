import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { GroupFields } from "@/components/peer-groups/group-fields";
import { PageHeading } from "@/components/ui/page-heading";
import { facilitatorChoices, groupForEditing } from "@/lib/peer-groups/cohort-queries";
import { cohortTitle, findCohort } from "../../find";
import { changeGroup, removeGroup } from "../actions";

export default async function GroupEditPage({
  params,
}: {
  params: Promise<{ cohort: string; group: string }>;
}) {
  const { cohort: cohortId, group: groupId } = await params;
  const { actor, cohort } = await findCohort(cohortId, `/groups/${encodeURIComponent(groupId)}`);
  const [group, choices] = await Promise.all([
    groupForEditing(actor, cohort.id, groupId),
    facilitatorChoices(actor, cohort.id),
  ]);
  if (!group || !choices) notFound();
  const { name, facilitatorId, facilitatorName, version, removable } = group;
  // Whoever facilitates it now stays on the list, even when they hold the role no more.
  const known = !facilitatorId || choices.some(({ value }) => value === facilitatorId);
  const now = { value: facilitatorId ?? "", label: `${facilitatorName || "No name given"} (role has ended)` };
  const bound = { cohortId: cohort.id, groupId };
  const hidden = { version: String(version) };
  return (
    <div className="max-w-prose">
      <PageHeading
        title={`Change ${name}`}
        caption={cohortTitle(cohort)}
        back={{ href: `/staff/cohorts/${cohort.id}/groups`, label: "Peer learning groups" }}
      />
      <ActionForm
        action={changeGroup.bind(null, bound)}
        title={`Change ${name}`}
        submitLabel="Save the group"
        hidden={hidden}
      >
        <GroupFields
          name={name}
          facilitatorId={facilitatorId}
          facilitators={known ? choices : [...choices, now]}
        />
      </ActionForm>
      <h2 className="mt-10 mb-2">Remove the group</h2>
      {removable ? (
        <ActionForm
          action={removeGroup.bind(null, bound)}
          submitLabel="Remove the group"
          submitVariant="warning"
          hidden={hidden}
          idPrefix="remove-"
        />
      ) : (
        <p>A group can be removed while it has no members, no sessions and no notes.</p>
      )}
    </div>
  );
}
