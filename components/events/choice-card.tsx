import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { longDate } from "@/lib/dates";
import type { MyChoice, MyOption } from "@/lib/events/views";

/** The events of a milestone that a participant can choose from: what they have, what is left, and until when. */
export function ChoiceCard({ choice }: { choice: MyChoice }) {
  const { milestoneId, title, until, held, waiting, options } = choice;
  const id = `choice-${milestoneId}`;
  return (
    <Card className={held ? "mb-6" : "choice-card mb-6"} labelledBy={id}>
      <h2 id={id}>{held ? title : `Choose your place: ${title}`}</h2>
      <p className="mb-3 max-w-prose">{standing(held, waiting)}</p>
      <ul className="stack-list option-list">
        {options.map((option) => (
          <OptionLine key={option.eventId} option={option} chosen={held !== null} />
        ))}
      </ul>
      <p className="mt-3 text-[0.94rem] text-muted">
        {until
          ? `You can choose, change or give up until the end of ${longDate(until)}.`
          : "The time to choose is over. Write to us if something has to change."}
      </p>
    </Card>
  );
}

function standing(held: MyOption | null, waiting: MyOption | null): string {
  const line = waiting ? `You are number ${waiting.turn} on the waiting list for ${waiting.place}.` : "";
  if (held && waiting)
    return `You have a place in ${held.place}. ${line} If a place there becomes free, you move by yourself and we write to you; until then yours is safe.`;
  if (held) return `You have a place in ${held.place}.`;
  if (waiting) return `${line} We write to you as soon as a place is yours.`;
  return "It is held more than once. Choose where you would like to come.";
}

function OptionLine({ option, chosen }: { option: MyOption; chosen: boolean }) {
  const { eventId, title, place, when, left, waiting, mine, preferred } = option;
  const queue = waiting > 0 ? `${waiting} waiting` : null;
  return (
    <li>
      <div>
        <a href={`/dashboard/events/${eventId}`} className="font-semibold">
          {place}
          <span className="sr-only">: {title}</span>
        </a>
        {mine === "held" ? <Tag tone="done">your place</Tag> : null}
        {mine === "waiting" ? <Tag tone="soon">waiting, number {option.turn}</Tag> : null}
        {preferred && mine === null && !chosen ? (
          <Tag tone="brand">as you asked in your application</Tag>
        ) : null}
        <small>{when}</small>
        <small>{[left, queue].filter(Boolean).join(" · ")}</small>
      </div>
      {mine === null && option.open ? (
        <ButtonLink
          href={`/dashboard/events/${eventId}/place`}
          variant={!chosen && !option.full ? "primary" : "secondary"}
          small
        >
          {actionWords(option, chosen)}
        </ButtonLink>
      ) : null}
    </li>
  );
}

/** What choosing that option would be. */
export function actionWords({ place, full }: MyOption, chosen: boolean): string {
  if (full) return `Wait for ${place}`;
  return chosen ? `Change to ${place}` : `Choose ${place}`;
}
