import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { rejectionTold } from "@/lib/applications/schema-reasons";
import type { ApplicationView } from "@/lib/applications/views";
import { longDate, monthAndYear } from "@/lib/dates";
import { RejectionTold } from "./rejection-told";

type Next = {
  /** Whose turn it is; none when nothing follows. */
  turn?: "Your turn" | "Our turn";
  heading: string;
  text: ReactNode;
  /** Of a rejection: what the e-mail said too. */
  told?: { why: string[]; next: string[] };
  button?: ReactNode;
};

/** What happens next, whose turn it is, and by when: for all but a draft that can still be sent. */
export function WhatHappensNext({
  application,
  readBy,
  todo = false,
}: {
  application: ApplicationView;
  readBy: string | null;
  /** True when the page asks something of the applicant all the same. */
  todo?: boolean;
}) {
  const { turn, heading, text, told, button } = next(application, readBy, todo);
  return (
    <Card tone={turn || application.state === "accepted" ? "panel" : "card"} labelledBy="next">
      {turn ? <p className="mb-1 text-[0.94rem]">{turn}</p> : null}
      <h2 id="next" className="mb-2 text-[1.3rem]">
        {heading}
      </h2>
      <p>{text}</p>
      {told ? <RejectionTold {...told} /> : null}
      {button ? <p className="mt-5 flex flex-wrap gap-3">{button}</p> : null}
    </Card>
  );
}

const AGAIN = <ButtonLink href="/applications">Your applications</ButtonLink>;

function next(application: ApplicationView, readBy: string | null, todo: boolean): Next {
  const { state, cohort, offer, history } = application;
  const home = `/applications/${application.reference}`;
  const rejected = history.findLast((step) => step.state === "rejected");
  switch (state) {
    case "draft":
      return nextOfDraft(application);
    case "submitted":
    case "under_review":
      return {
        turn: "Our turn",
        heading: "We are reading your application",
        text: `${todo ? "" : "You need not do anything now. "}${readBy ? `You will hear from us by ${readBy}.` : ""}`,
      };
    case "waitlisted":
      return {
        turn: "Our turn",
        heading: "You are on the waiting list",
        text: "All places are taken at the moment. If one becomes free, we write to you at once.",
      };
    case "offered":
      return {
        turn: "Your turn",
        heading: "We offer you a place",
        text: `It is ${offer?.fundedPlace ? "a funded place" : "a place"} on the programme that starts in ${monthAndYear(cohort.startsOn)}.${offer ? ` Please answer by ${longDate(offer.answerBy)}, 23:59.` : ""}`,
        button: (
          <>
            <ButtonLink href={`${home}/offer`}>Accept the place</ButtonLink>
            <ButtonLink href={`${home}/refusal`} variant="secondary">
              Decline
            </ButtonLink>
          </>
        ),
      };
    case "accepted":
      return {
        heading: "You have a place",
        text: `The programme starts in ${monthAndYear(cohort.startsOn)}. Your route map shows everything it asks, and when.`,
        button: <ButtonLink href="/dashboard">Go to your programme</ButtonLink>,
      };
    case "rejected":
      return {
        heading: "We cannot offer you a place this time",
        text: "Thank you for applying. We have read your application with care. This is why:",
        told: rejectionTold(rejected?.reasonCodes ?? [], rejected?.reason ?? null),
        button: AGAIN,
      };
    case "expired":
      return {
        heading: "The offer has ended",
        text: (
          <>
            We did not hear from you in time. If you still want the place, write to{" "}
            <a href="mailto:npq@ucl.ac.uk">npq@ucl.ac.uk</a>: one may be free.
          </>
        ),
        button: AGAIN,
      };
    case "declined":
      return { heading: "You have declined the place", text: APPLY_AGAIN, button: AGAIN };
    case "withdrawn":
      return { heading: "You have withdrawn this application", text: APPLY_AGAIN, button: AGAIN };
  }
}

const APPLY_AGAIN = "You can apply again while applications are open.";

function nextOfDraft({ cohort }: ApplicationView): Next {
  const close = cohort.applicationsClose;
  const when = close ? ` on ${longDate(close)}` : "";
  return {
    heading: "Applications have closed",
    text: `${cohort.name} took applications until 23:59${when}. Your draft is kept.`,
    button: AGAIN,
  };
}
