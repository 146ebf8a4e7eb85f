import { notFound } from "next/navigation";
import { actionWords } from "@/components/events/choice-card";
import { NEEDS_SEEN, NeedsFields } from "@/components/events/needs-fields";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxField } from "@/components/forms/fields";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Frame } from "../../../frame";
import { choose } from "../../actions";
import { findMyEvent } from "../../find";

/** Taking a place, or a turn on the waiting list, with what one needs there. */
export default async function PlacePage({ params }: { params: Promise<{ event: string }> }) {
  const { event: id } = await params;
  const { actor, event } = await findMyEvent(id, "/place");
  const { choice } = event;
  if (!choice?.here.open || choice.here.mine) notFound();
  const { here, held } = choice;
  const title = actionWords(here, held !== null);
  return (
    <Frame actor={actor} current="/dashboard/events">
      <div className="max-w-prose">
        <PageHeading
          title={title}
          caption={`${event.title}. ${event.when}. ${here.left ?? ""}`}
          back={{ href: "/dashboard/events", label: "Your events" }}
        />
        <div className="mb-6">
          <Notice tone="info">{consequence(here.full, here.waiting + 1, here.place, held?.place)}</Notice>
        </div>
        <ActionForm
          action={choose.bind(null, id)}
          title={title}
          submitLabel={here.full ? "Go on the waiting list" : title}
          hidden={here.full ? { wait: "yes" } : {}}
          aside={<a href="/dashboard/events">Not now</a>}
        >
          <NeedsFields needs={event.needs} />
          <p className="mb-5 text-muted">{NEEDS_SEEN}</p>
          {here.full ? null : (
            <CheckboxField
              name="wait"
              value="yes"
              label="If somebody takes the last place before me, put me on the waiting list"
            />
          )}
        </ActionForm>
      </div>
    </Frame>
  );
}

/** What will be so afterwards, in words. */
function consequence(full: boolean, turn: number, place: string, held: string | undefined): string {
  if (full) {
    const queue = `Every place is taken. You would be number ${turn} on the waiting list, and have the first place that becomes free for you without doing anything more.`;
    return held ? `${queue} Until then you keep your place in ${held}.` : queue;
  }
  if (held) return `Your place in ${held} is given up when you have the one in ${place}, and not before.`;
  return "The place is yours as soon as you send this.";
}
