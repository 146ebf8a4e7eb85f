import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { move, remove } from "../../actions";
import { findManaged } from "../../find";

type Props = { params: Promise<{ id: string; place: string }> };

/** One place or turn: taken back with a reason, or put elsewhere on the waiting list. */
export default async function OnePlacePage({ params }: Props) {
  const { id, place: placeId } = await params;
  const { event } = await findManaged(id, `/places/${encodeURIComponent(placeId)}`);
  const row = [...event.held, ...event.waiting].find((each) => each.placeId === placeId) ?? notFound();
  const waits = row.state === "waiting";
  const home = `/staff/events/${id}/places`;
  const title = `${waits ? "Waiting" : "Place"}: ${row.fullName}`;
  return (
    <div className="max-w-prose">
      <PageHeading
        title={title}
        caption={`${event.title}. ${waits ? `Number ${row.turn} of ${event.waiting.length}, since` : "Held since"} ${row.since}.`}
        back={{ href: home, label: "Places" }}
      />
      {waits ? (
        <>
          <h2 className="mb-3">Another turn</h2>
          <ActionForm
            action={move.bind(null, placeId)}
            submitLabel="Move"
            submitVariant="secondary"
            idPrefix="move-"
          >
            <TextField
              name="turn"
              label="Which number should they be?"
              hint="1 is the first."
              inputMode="numeric"
              width="short"
              maxLength={4}
            />
          </ActionForm>
          <h2 className="mt-9 mb-3">Take them off the list</h2>
        </>
      ) : (
        <p className="mb-5">Whoever waits first has the place at once.</p>
      )}
      <ActionForm
        action={remove.bind(null, placeId)}
        title={title}
        submitLabel={waits ? "Take off the list" : "Take the place back"}
        submitVariant="warning"
        idPrefix="remove-"
        aside={<a href={home}>Leave it</a>}
      >
        <TextField name="reason" label="Why?" hint="They are told this by e-mail." maxLength={300} />
      </ActionForm>
    </div>
  );
}
