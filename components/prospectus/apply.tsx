import { ButtonLink } from "@/components/ui/button";
import type { CohortSituation } from "@/lib/cohorts/schema";
import { longDate, monthAndYear } from "@/lib/dates";

/** The one next step of somebody who would like to join, as the cohort stands today. */
export function Apply({ situation, slug }: { situation: CohortSituation; slug: string }) {
  const beTold = `/programmes/${slug}/be-told?topic=next_cohort`;
  switch (situation.state) {
    case "open":
      return <ButtonLink href="/applications">Apply for {situation.cohort.name}</ButtonLink>;
    case "full":
      return (
        <>
          <ButtonLink href="/applications">Join the waiting list for {situation.cohort.name}</ButtonLink>
          <p className="hero-note">
            Every place is taken at the moment. You join by applying, until {longDate(situation.closesOn)}; a
            place that becomes free goes to the waiting list.
          </p>
        </>
      );
    case "opens_on":
      return (
        <>
          <ButtonLink href={beTold}>Be told when applications open</ButtonLink>
          <p className="hero-note">
            <strong>
              Applications for {situation.cohort.name} open on {longDate(situation.opensOn)}.
            </strong>{" "}
            The programme starts in {monthAndYear(situation.cohort.startsOn)}.
          </p>
        </>
      );
    case "closed":
      return (
        <>
          <ButtonLink href={beTold}>Be told about the next cohort</ButtonLink>
          <p className="hero-note">
            <strong>No cohort is taking applications just now.</strong> Leave an e-mail address, and we write
            when the next one opens.
          </p>
        </>
      );
  }
}
