import { ActionForm } from "@/components/forms/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { WebinarForStaff } from "@/lib/webinars/views";
import { publish } from "../actions";

/** What can be done with a webinar as it stands. */
export function NextSteps({ webinar }: { webinar: WebinarForStaff }) {
  const { id, title, state, version, recordingUrl } = webinar;
  const home = `/staff/webinars/${id}`;
  const changes = (
    <>
      <a className="py-0.5" href={`${home}/edit`}>
        Change it
      </a>
      <a className="py-0.5" href={`${home}/cancellation`}>
        Cancel it
      </a>
    </>
  );
  const name = <title>{`${title} - UCL Centre for Educational Leadership`}</title>;
  if (state === "draft") {
    return (
      <Card labelledBy="next">
        <h2 id="next">Not public yet</h2>
        <p className="mb-4">Once it is published, it stands on the public page and people can register.</p>
        <ActionForm
          action={publish.bind(null, id)}
          title={title}
          submitLabel="Publish it"
          hidden={{ version: String(version) }}
          aside={changes}
        />
      </Card>
    );
  }
  if (state === "cancelled") return name;
  return (
    <Card labelledBy="next">
      {name}
      <h2 id="next">{state === "over" ? "The recording" : "What you can do"}</h2>
      {state === "over" ? (
        <ButtonLink href={`${home}/recording`} variant={recordingUrl ? "secondary" : "primary"}>
          {recordingUrl ? "Change the recording" : "Add the recording"}
        </ButtonLink>
      ) : (
        <p className="flex flex-wrap gap-x-6 gap-y-1">{changes}</p>
      )}
    </Card>
  );
}
