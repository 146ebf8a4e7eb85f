import type { ReactNode } from "react";
import { Tag, type TagTone } from "@/components/ui/tag";
import { type DfeRegistration, FUNDING_WORDS } from "@/lib/applications/schema-choices";
import type { ApplicationView } from "@/lib/applications/views";
import { type PlainDate, shortDate } from "@/lib/dates";
import { StateTag } from "./state-tag";

export type StandingRow = { label: string; tag: { tone: TagTone; word: string } | null; text: ReactNode };

/** Everything an applicant would otherwise write to ask: each part of it with its own state. */
export function Standing({
  application,
  sponsor,
  readBy,
  confirmedOn,
}: {
  application: ApplicationView;
  /** How far the sponsor's endorsement has come. */
  sponsor: StandingRow;
  /** The day they hear from us, while that is promised. */
  readBy: string | null;
  /** The day a list of DfE's said that the applicant is registered; null until one does. */
  confirmedOn: PlainDate | null;
}) {
  const { state, answers, offer } = application;
  const rows = [
    sponsor,
    dfeRow(answers.dfeRegistration, confirmedOn),
    fundingRow(application, offer?.fundedPlace ?? application.fundedPlace),
  ];
  return (
    <dl className="standing-list">
      <div>
        <dt>Your application</dt>
        <dd>
          <p>
            <StateTag state={state} />
          </p>
          {readBy ? <p>You hear from us by {readBy}.</p> : null}
        </dd>
      </div>
      {rows.map(({ label, tag, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {tag ? (
              <p>
                <Tag tone={tag.tone}>{tag.word}</Tag>
              </p>
            ) : null}
            <p>{text}</p>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const SAID: Record<DfeRegistration, string> = {
  registered: "You told us that you have registered. There is nothing to do.",
  not_yet: "You told us that you have not registered yet.",
  not_sure: "You told us that you are not sure whether you have registered.",
};

function dfeRow(said: DfeRegistration | null, confirmedOn: PlainDate | null): StandingRow {
  if (confirmedOn) {
    return {
      label: "Registration with DfE",
      tag: { tone: "done", word: "confirmed" },
      text: `You are on the list that DfE gave us, imported on ${shortDate(confirmedOn)}. There is nothing to do.`,
    };
  }
  const done = said === "registered";
  return {
    label: "Registration with DfE",
    tag: done ? { tone: "done", word: "done" } : { tone: "soon", word: "to do" },
    text: done
      ? SAID.registered
      : `${said ? `${SAID[said]} ` : ""}Every participant registers for an NPQ with the Department for Education as well. It is a short form on GOV.UK: search there for “Register for a national professional qualification”. It does not hold up this application.`,
  };
}

function fundingRow({ state, answers }: ApplicationView, fundedPlace: boolean | null): StandingRow {
  const route = answers.fundingRoute ? FUNDING_WORDS[answers.fundingRoute] : "Not answered";
  if (fundedPlace !== null) {
    return fundedPlace
      ? { label: "Funding", tag: { tone: "done", word: "funded place" }, text: "You do not pay the fee." }
      : { label: "Funding", tag: null, text: `${route}. The place is not funded.` };
  }
  const waits = answers.fundingRoute === "scholarship" && state !== "draft";
  return {
    label: "Funding",
    tag: null,
    text: waits ? `${route}. Whether your place is funded, we tell you with the decision.` : `${route}.`,
  };
}
