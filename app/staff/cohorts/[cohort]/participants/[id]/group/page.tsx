import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { RadioGroup } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { moveChoice } from "@/lib/peer-groups/cohort-queries";
import { cohortTitle, findCohort } from "../../../find";
import { moveToGroup } from "../../../groups/actions";

type Props = { params: Promise<{ cohort: string; id: string }> };

export default async function ParticipantGroupPage({ params }: Props) {
  const { cohort: cohortId, id } = await params;
  const { actor, cohort } = await findCohort(cohortId, `/participants/${encodeURIComponent(id)}/group`);
  const choice = (await moveChoice(actor, cohort.id, id)) ?? notFound();
  const { fullName, now, options, out, leaving } = choice;
  const title = `Move ${fullName}`;
  return (
    <div className="max-w-prose">
      <PageHeading
        title={title}
        caption={`${cohortTitle(cohort)} · ${now ? `now in ${now}` : "in no group now"}`}
        back={{ href: `/staff/cohorts/${cohort.id}/groups`, label: "Peer learning groups" }}
      />
      {leaving ? <p className="mb-4">{leaving}</p> : null}
      <p className="mb-4">They and the facilitators of both groups are told by e-mail.</p>
      <ActionForm
        action={moveToGroup.bind(null, { cohortId: cohort.id, enrolmentId: id })}
        title={title}
        submitLabel="Move them"
      >
        <RadioGroup
          name="to"
          legend="To which group?"
          options={[
            ...options.map(({ value, name, size, warnings }) => ({
              value,
              label: `${name}, ${size} ${size === 1 ? "person" : "people"}`,
              hint: warnings.length > 0 ? `Breaks a rule: ${warnings.join(". ")}.` : undefined,
            })),
            ...(now ? [{ value: out, label: "No group for now" }] : []),
          ]}
        />
      </ActionForm>
    </div>
  );
}
