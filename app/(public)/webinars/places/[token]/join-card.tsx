import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { PlaceView } from "@/lib/webinars/views";

/** What the place is good for as things stand: joining, watching, or registering again. */
export function JoinCard({ place, token }: { place: PlaceView; token: string }) {
  const { id, state, givenUp, joiningUrl, recordingUrl } = place;
  if (joiningUrl) {
    return (
      <Card labelledBy="place">
        <h2 id="place">You have a place</h2>
        <p className="mb-4">
          {state === "on_now" ? "It is on now." : "The link works at the time of the webinar."} This page is
          yours alone: please do not pass it on.
        </p>
        <p className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-3">
          <ButtonLink href={joiningUrl}>Join the webinar</ButtonLink>
          <a href={`/webinars/places/${token}/webinar.ics`}>Add it to your calendar</a>
        </p>
        <p className="wrap-anywhere text-muted">{joiningUrl}</p>
      </Card>
    );
  }
  return (
    <Card labelledBy="place">
      <h2 id="place">{headingOf(place)}</h2>
      {recordingUrl ? (
        <ButtonLink href={recordingUrl}>Watch the recording</ButtonLink>
      ) : (
        <p>
          {state === "over" ? "The recording follows here; we tell you by e-mail. " : null}
          {state === "cancelled" ? "There is nothing for you to do. " : null}
          {givenUp && state !== "over" && state !== "cancelled" ? (
            <>
              Somebody else can have it now. You can <a href={`/webinars/${id}`}>register again</a> as long as
              there are places, or{" "}
            </>
          ) : null}
          <a href="/webinars">see the other webinars</a>.
        </p>
      )}
    </Card>
  );
}

function headingOf({ state, givenUp }: PlaceView): string {
  if (state === "cancelled") return "The webinar is cancelled";
  if (givenUp) return "You have given your place up";
  return "The webinar is over";
}
