import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { hoursAndMinutes } from "@/lib/dates";
import type { DoneBy, Engagement, MyMilestone, NextAction } from "@/lib/engagement/schema";
import { fullTitle } from "@/lib/route-map/schema";
import { doingAddress, milestoneAddress } from "./milestone-address";
import { MILESTONE_WORDS } from "./milestone-words";

/** What the button says: what one does there, as a verb. */
const DO: Record<DoneBy, string> = {
  study: "Log study time",
  task: "Mark as done",
  audit: "Fill in the audit",
  evaluation: "Fill in the evaluation",
  event: "See how to come",
  mentor: "See what is needed",
  coach: "See what is needed",
  gate: "See the details",
  nothing: "See the details",
};

const EYEBROW: Record<NextAction["urgency"], string> = {
  overdue: "Next for you: overdue",
  now: "Next for you",
  later: "Coming next",
};

/** The one thing to do now, and why this one. */
export function NextCard({
  next,
  logged,
  groupName,
  engagement,
}: {
  next: NextAction | null;
  engagement: Engagement;
  /** "2 h 30 min of 8 h logged" */
  logged?: string | undefined;
  groupName: string | null;
}) {
  if (!next) return engagement.shortMinutes > 0 ? <EndsShort {...engagement} /> : <NothingLeft />;
  const { milestone, urgency, reason } = next;
  const { minutes, event, kind } = milestone;
  const facts = [minutes ? hoursAndMinutes(minutes) : "", event && groupName ? groupName : "", logged ?? ""];
  return (
    <Card tone="panel" labelledBy="next">
      <p className="eyebrow">{EYEBROW[urgency]}</p>
      <h2 id="next">{fullTitle(milestone)}</h2>
      <p className="mb-2">{reason}</p>
      <p className="mb-2 opacity-90">{MILESTONE_WORDS[kind].what}</p>
      <p className="mb-5 opacity-90">{facts.filter(Boolean).join(" · ")}</p>
      <NextButton {...next} />
    </Card>
  );
}

function NothingLeft() {
  return (
    <Card tone="panel" labelledBy="next">
      <p className="eyebrow">Next for you</p>
      <h2 id="next">Nothing is left to do</h2>
      <p className="mb-5">Nothing on your route map asks anything of you now.</p>
      <ButtonLink href="/dashboard/route-map">See your route map</ButtonLink>
    </Card>
  );
}

/** All windows are closed, and the line is not reached: only talking helps. */
function EndsShort({ shortMinutes, thresholdPercent }: Engagement) {
  return (
    <Card tone="panel" labelledBy="next">
      <p className="eyebrow">Next for you</p>
      <h2 id="next">Talk to us about what is missing</h2>
      <p className="mb-5">
        You are {hoursAndMinutes(shortMinutes)} short of the {thresholdPercent}% that the assessment needs,
        and nothing on your route map is open any more. Write to us: we look with you at what can still be
        done.
      </p>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <ButtonLink href="/contact">Write to us</ButtonLink>
        <a href="/dashboard/route-map">See your route map</a>
      </div>
    </Card>
  );
}

/** To where it is done: its form or page, or the page of what is agreed in its place. */
function NextButton({ milestone, urgency }: NextAction) {
  const { alternative, doneBy } = milestone;
  if (alternative && alternative.state !== "handed_in")
    return <ButtonLink href={`${milestoneAddress(milestone)}/alternative`}>Hand in what you did</ButtonLink>;
  if (urgency === "later") return <ButtonLink href={milestoneAddress(milestone)}>See the details</ButtonLink>;
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
      <ButtonLink href={doingAddress(milestone)}>
        {doneBy === "event" ? come(milestone) : DO[doneBy]}
      </ButtonLink>
      {milestone.event ? <a href={milestoneAddress(milestone)}>What it is for</a> : null}
    </div>
  );
}

const come = ({ event, kind }: MyMilestone) =>
  event === null
    ? "See the details"
    : kind === "peer_learning_group"
      ? "Join, or say you cannot come"
      : DO.event;
