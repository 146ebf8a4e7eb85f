import { SummaryList } from "@/components/ui/summary-list";
import type { WebinarForStaff } from "@/lib/webinars/views";

/** What there is to know about a webinar, for its staff. */
export function WebinarFacts({ webinar }: { webinar: WebinarForStaff }) {
  const { id, when, state, programme, capacity, registered, givenUp, createdBy, details, recordingUrl } =
    webinar;
  const rows = [
    { label: "When", value: when },
    { label: "About", value: programme ?? "All programmes" },
    { label: "Joining link", value: <span className="wrap-anywhere">{details.joiningUrl}</span> },
    {
      label: "Places taken",
      value: `${registered}${capacity === null ? "" : ` of ${capacity}`}${givenUp > 0 ? `; ${givenUp} given up` : ""}`,
    },
    ...(state === "draft"
      ? []
      : [{ label: "Public page", value: <a href={`/webinars/${id}`}>As everybody sees it</a> }]),
    ...(recordingUrl
      ? [
          {
            label: "Recording",
            value: (
              <a className="wrap-anywhere" href={recordingUrl} rel="noreferrer">
                {recordingUrl}
              </a>
            ),
          },
        ]
      : []),
    { label: "Made by", value: createdBy },
  ];
  return <SummaryList rows={rows} />;
}
