import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { missing } from "@/lib/applications/schema-answers";
import type { ApplicationView } from "@/lib/applications/views";
import { longDate, monthAndYear } from "@/lib/dates";

/** What happens next, whose turn it is, and by when. */
export function WhatHappensNext({
  application,
  readBy,
}: {
  application: ApplicationView;
  readBy: string | null;
}) {
  const home = `/applications/${application.reference}`;
  const { heading, text, button } = next(application, readBy, home);
  return (
    <Card tone="panel" labelledBy="next">
      <h2 id="next">{heading}</h2>
      <p className={button ? "mb-4" : ""}>{text}</p>
      {button}
    </Card>
  );
}

type Next = { heading: string; text: ReactNode; button?: ReactNode };

function next(application: ApplicationView, readBy: string | null, home: string): Next {
  const { state, cohort, offer } = application;
  switch (state) {
    case "draft": {
      const gaps = missing(application.answers);
      const close = cohort.applicationsClose;
      return {
        heading: "Your turn: finish and send it",
        text: `${gaps.length === 0 ? "Everything needed is there." : `Still to fill in: ${gaps.map(({ what }) => what).join(", ")}.`}${close ? ` ${cohort.open ? "Send it by" : "Applications closed on"} ${longDate(close)}.` : ""}`,
        button: (
          <ButtonLink href={gaps[0] ? `${home}/edit/${gaps[0].step}` : `${home}/check`}>Continue</ButtonLink>
        ),
      };
    }
    case "submitted":
    case "under_review":
      return {
        heading: "Our turn: we are reading it",
        text: `You need not do anything now. ${readBy ? `You will hear from us by ${readBy}.` : ""}`,
      };
    case "waitlisted":
      return {
        heading: "You are on the waiting list",
        text: "All places are taken at the moment. If one becomes free, we will write to you at once.",
      };
    case "offered":
      return {
        heading: "Your turn: we offer you a place",
        text: offer
          ? `It is ${offer.fundedPlace ? "a funded place" : "a place"} on the programme that starts in ${monthAndYear(cohort.startsOn)}. Please answer by ${longDate(offer.answerBy)}, 23:59.`
          : "",
        button: (
          <p className="flex flex-wrap gap-4">
            <ButtonLink href={`${home}/offer`}>Accept the place</ButtonLink>
            <ButtonLink href={`${home}/refusal`} variant="secondary">
              Decline
            </ButtonLink>
          </p>
        ),
      };
    case "accepted":
      return {
        heading: "You have a place",
        text: `The programme starts in ${monthAndYear(cohort.startsOn)}. Your route map shows everything it asks, and when.`,
        button: <ButtonLink href="/dashboard">Go to your programme</ButtonLink>,
      };
    default:
      return {
        heading: "This application has ended",
        text: "You can apply again while a cohort is open.",
        button: <ButtonLink href="/applications">Your applications</ButtonLink>,
      };
  }
}
