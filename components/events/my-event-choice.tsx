import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { MyEventDetail } from "@/lib/events/views";
import { actionWords } from "./choice-card";

/** A participant's place at an event that is chosen, and what they can do about it. */
export function MyEventChoice({ id, choice }: { id: string; choice: NonNullable<MyEventDetail["choice"]> }) {
  const { here, held, others } = choice;
  return (
    <Card labelledBy="place">
      <h2 id="place">Your place</h2>
      <p className="mb-4">{placeWords(choice)}</p>
      {here.open ? (
        <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
          {here.mine === null ? (
            <ButtonLink href={`/dashboard/events/${id}/place`} variant={held ? "secondary" : "primary"}>
              {actionWords(here, held !== null)}
            </ButtonLink>
          ) : (
            <a href={`/dashboard/events/${id}/giving-up`}>
              {here.mine === "held" ? "Give up your place" : "Leave the waiting list"}
            </a>
          )}
          {here.mine === "held" && others.length > 0 ? (
            <a href="/dashboard/events">Change to another place</a>
          ) : null}
        </p>
      ) : (
        <p className="text-muted">The time to choose is over. Write to us if something has to change.</p>
      )}
    </Card>
  );
}

function placeWords({ here, held, waiting }: NonNullable<MyEventDetail["choice"]>): string {
  if (here.mine === "held") {
    if (!waiting) return "A place here is yours.";
    return `A place here is yours. You also wait for ${waiting.place}, as number ${waiting.turn}: if a place there becomes free, you move by yourself and we write to you.`;
  }
  if (here.mine === "waiting") {
    const turn = `You are number ${here.turn} on the waiting list.`;
    return held ? `${turn} Until a place is free you keep yours in ${held.place}.` : turn;
  }
  const left = here.left ? `${here.left}.` : "";
  const elsewhere = held ? ` You have a place in ${held.place}.` : " You have no place yet.";
  return `${left}${here.open ? elsewhere : ""}`.trim();
}
