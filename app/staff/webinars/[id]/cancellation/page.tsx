import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { MESSAGE_MAX } from "@/lib/webinars/schema";
import { cancel } from "../../actions";
import { findWebinar } from "../../find";
import { Closed } from "../closed";

export default async function CancellationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const webinar = await findWebinar(id, "/cancellation");
  const { title: name, when, state, version, registered } = webinar;
  const home = `/staff/webinars/${id}`;
  const title = "Cancel the webinar";
  if (state === "over" || state === "cancelled") return <Closed webinar={webinar} title={title} />;
  return (
    <div className="max-w-prose">
      <PageHeading title={title} caption={`${name}, ${when}`} back={{ href: home, label: name }} />
      <p className="mb-5">{told(registered)} This cannot be taken back.</p>
      <ActionForm
        action={cancel.bind(null, id)}
        title={title}
        submitLabel="Cancel the webinar"
        submitVariant="warning"
        hidden={{ version: String(version) }}
        aside={<a href={home}>Keep it</a>}
      >
        {registered > 0 ? (
          <TextArea
            name="message"
            label="What would you like to tell them?"
            hint="Goes into the e-mail: why, or when there is another."
            optional
            rows={4}
            maxLength={MESSAGE_MAX}
          />
        ) : (
          <input type="hidden" name="message" value="" />
        )}
      </ActionForm>
    </div>
  );
}

function told(registered: number): string {
  if (registered === 0) return "Nobody has registered, so nobody is told.";
  const who = registered === 1 ? "One person has" : `${registered} people have`;
  return `${who} a place. They are told by e-mail, and the entry is taken out of their calendars.`;
}
