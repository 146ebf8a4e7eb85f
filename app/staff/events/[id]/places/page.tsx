import { notFound } from "next/navigation";
import { PageTitle } from "@/components/engagement/page-title";
import { PlaceTable, UnchosenTable } from "@/components/events/place-tables";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/fields";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { give } from "../actions";
import { findEvent } from "../find";

const DONE = new Map([
  ["given", "They have the place, and are told by e-mail."],
  ["removed", "It is taken back, and they are told why by e-mail. Whoever waited first has the place now."],
  ["moved", "The waiting list is in the new order."],
]);

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Who holds a place, who waits in which order, and who has not chosen. */
export default async function PlacesPage({ params, searchParams }: Props) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const { event } = await findEvent(id, "/places");
  if (!event.byChoice) notFound();
  const { title, when, left, held, waiting, unchosen, manages, state } = event;
  const said = DONE.get(String(done));
  const changeable = manages && (state === "open" || state === "settled");
  const people = [
    ...waiting.filter(({ active }) => active).map((row) => option(row, `waiting, number ${row.turn}`)),
    ...unchosen
      .filter(({ enrolmentId }) => !waiting.some((row) => row.enrolmentId === enrolmentId))
      .map((row) => option(row, "no place yet")),
  ];
  return (
    <>
      {changeable ? null : <PageTitle title={`Places: ${title}`} />}
      <PageHeading
        title="Places"
        caption={[title, when, left].filter(Boolean).join(" · ")}
        back={{ href: `/staff/events/${id}`, label: title }}
      />
      {said ? (
        <div className="mb-6 max-w-prose">
          <Notice tone="done">{said}</Notice>
        </div>
      ) : null}
      <PlaceTable id="held" title="Have a place" rows={held} eventId={id} changeable={changeable} />
      <PlaceTable id="waiting" title="Waiting" rows={waiting} eventId={id} changeable={changeable} />
      <UnchosenTable rows={unchosen} />
      <TakeOut list="places" query={{ event: id }} what="these lists" />
      {changeable ? (
        <section className="max-w-prose" aria-labelledby="give">
          <h2 id="give" className="mt-8 mb-2">
            Give somebody a place
          </h2>
          <p className="mb-4">
            Out of turn, and also after the time to choose. They are told by e-mail; a place elsewhere is
            given up for it.
          </p>
          <ActionForm
            action={give.bind(null, id)}
            title={`Places: ${title}`}
            submitLabel="Give the place"
            submitVariant="secondary"
          >
            <SelectField
              name="enrolmentId"
              label="Who?"
              options={[{ value: "", label: "Choose somebody" }, ...people]}
            />
          </ActionForm>
        </section>
      ) : null}
    </>
  );
}

const option = ({ enrolmentId, fullName }: { enrolmentId: string; fullName: string }, what: string) => ({
  value: enrolmentId,
  label: `${fullName} (${what})`,
});
