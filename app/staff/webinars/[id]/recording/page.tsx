import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { record } from "../../actions";
import { findWebinar } from "../../find";
import { Closed } from "../closed";

export default async function RecordingPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const webinar = await findWebinar(id, "/recording");
  const { title: name, state, version, recordingUrl } = webinar;
  const home = `/staff/webinars/${id}`;
  const title = recordingUrl ? "Change the recording" : "Add the recording";
  if (state !== "over") return <Closed webinar={webinar} title={title} />;
  return (
    <div className="max-w-prose">
      <PageHeading title={title} back={{ href: home, label: name }} />
      <p className="mb-5">
        {recordingUrl
          ? "Nobody is told a second time. Left empty, the recording is taken away."
          : "It is public at once. Those who had a place are told by e-mail."}
      </p>
      <ActionForm
        action={record.bind(null, id)}
        title={title}
        submitLabel="Save"
        hidden={{ version: String(version) }}
        aside={<a href={home}>Not now</a>}
      >
        <TextField
          name="recordingUrl"
          label="Where the recording can be watched"
          hint="The whole address, beginning with https://"
          type="url"
          inputMode="url"
          optional={recordingUrl !== null}
          spellCheck={false}
          maxLength={500}
          defaultValue={recordingUrl ?? undefined}
        />
      </ActionForm>
    </div>
  );
}
