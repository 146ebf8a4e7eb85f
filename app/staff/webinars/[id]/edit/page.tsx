import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { WebinarFields } from "@/components/webinars/webinar-fields";
import { change } from "../../actions";
import { findChoices, findWebinar } from "../../find";
import { Closed } from "../closed";

export default async function EditWebinarPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const webinar = await findWebinar(id, "/edit");
  const programmes = await findChoices(`/staff/webinars/${id}/edit`);
  const { title: name, state, version, details } = webinar;
  const home = `/staff/webinars/${id}`;
  const title = "Change the webinar";
  if (state === "over" || state === "cancelled") {
    return <Closed webinar={webinar} title={title} />;
  }
  return (
    <div className="max-w-prose">
      <PageHeading
        title={title}
        caption={state === "draft" ? undefined : TOLD}
        back={{ href: home, label: name }}
      />
      <ActionForm
        action={change.bind(null, id)}
        title={title}
        submitLabel="Save"
        hidden={{ version: String(version) }}
        aside={<a href={home}>Not now</a>}
      >
        <WebinarFields programmes={programmes} details={details} />
      </ActionForm>
    </div>
  );
}

const TOLD =
  "When the time or the joining link changes, everybody who has a place is told by e-mail, with a new calendar entry.";
