import { Prose } from "@/components/prospectus/prose";
import type { WebinarCard } from "@/lib/webinars/views";
import { WebinarTag } from "./state-tag";

/** One webinar of the public list; `html` is the beginning of what it is about, made by renderMarkdown. */
export function WebinarItem({ webinar, html }: { webinar: WebinarCard; html: string }) {
  const { id, title, when, state, programme, places } = webinar;
  return (
    <li className="card flex flex-col gap-3">
      <h3>
        <a href={`/webinars/${id}`}>{title}</a>
      </h3>
      <p>
        <b className="font-semibold">{when}</b>
        {programme ? <span className="text-muted"> · {programme}</span> : null}
      </p>
      {state === "over" ? null : <Prose html={html} />}
      <p className="mt-auto">
        {state === "over" || state === "open" ? null : (
          <>
            <WebinarTag state={state} />{" "}
          </>
        )}
        <NextStep webinar={webinar} />
        {state === "open" && places ? <span className="text-muted"> {places}</span> : null}
      </p>
    </li>
  );
}

/** What there is to do: register, watch, or nothing. */
function NextStep({ webinar: { id, title, state, recordingUrl } }: { webinar: WebinarCard }) {
  const about = <span className="sr-only">: {title}</span>;
  if (recordingUrl) {
    return (
      <a href={recordingUrl} rel="noreferrer">
        Watch the recording{about}
      </a>
    );
  }
  if (state === "over") return <span className="text-muted">The recording follows.</span>;
  if (state === "full") return <span className="text-muted">Places may become free.</span>;
  if (state === "cancelled") return null;
  return (
    <a href={`/webinars/${id}`}>
      {state === "on_now" ? "Join late" : "Register"}
      {about}
    </a>
  );
}
