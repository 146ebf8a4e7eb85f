import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { ParticipantOverview } from "@/lib/engagement/schema";

type State = Exclude<ParticipantOverview["enrolment"]["state"], "active">;

const WORDS: Record<State, { title: string; text: string }> = {
  deferred: {
    title: "Your place is deferred",
    text: "Nothing is due while you are away, and nothing can be recorded. What you have completed is kept and counts when you join a later cohort. Write to us when you know when you would like to come back.",
  },
  withdrawn: {
    title: "You have withdrawn from the programme",
    text: "Nothing more is due or recorded. What you completed is kept below. If you would like to come back, write to us: what you have done can often be carried over.",
  },
  transferred: {
    title: "You have moved to another cohort",
    text: "You go on there, with what you completed here carried over. This page stays as it was when you moved.",
  },
  completed: {
    title: "You have completed the programme",
    text: "Nothing more is asked of you here. Your record of engagement stays below for as long as the award asks us to keep it.",
  },
};

const Contact = () => (
  <p>
    <a href="mailto:npq@ucl.ac.uk">npq@ucl.ac.uk</a>, answered within 48 hours
  </p>
);

/** In place of the next action, for somebody who is not active: where they stand and whom to write to. */
export function StandingCard({ state }: { state: State }) {
  const { title, text } = WORDS[state];
  return (
    <Card labelledBy="standing">
      <h2 id="standing">{title}</h2>
      <p className="mb-3">{text}</p>
      <Contact />
    </Card>
  );
}

/** For somebody signed in who has no place on a programme yet. */
export function NoPlaceYet() {
  return (
    <div className="max-w-prose">
      <p className="mb-4">
        This page follows your programme once you have a place on one. You do not have one yet: places come
        with an accepted offer.
      </p>
      <p className="mb-6">If you have applied, the page of your applications says where each one stands.</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/applications">Your applications</ButtonLink>
        <ButtonLink href="/programmes" variant="secondary">
          Read the prospectus
        </ButtonLink>
      </div>
    </div>
  );
}
