import { PageTitle } from "@/components/engagement/page-title";
import { EventPlacesCard } from "@/components/events/event-places-card";
import { StaffEventCard } from "@/components/events/staff-event-card";
import { RegisterTable } from "@/components/registers/register-table";
import { Card } from "@/components/ui/card";
import { PageHeading } from "@/components/ui/page-heading";
import { Confirmation } from "./confirmation";
import { caption, findEvent, findRegister } from "./find";
import { RegisterLine } from "./register-line";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EventPage({ params, searchParams }: Props) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const [register, { event }] = await Promise.all([findRegister(id), findEvent(id)]);
  const { title, when, state } = event;
  return (
    <>
      <PageTitle title={title} />
      <PageHeading
        title={title}
        caption={`${when} · ${caption(register)}`}
        back={{ href: "/staff/events", label: "Events" }}
      />
      <Confirmation done={done} event={event} register={register} />
      <div className="event-columns">
        <Card labelledBy="register">
          <h2 id="register">The register</h2>
          <RegisterLine register={register} cancelled={state === "cancelled"} />
          {state === "cancelled" ? null : <RegisterTable rows={register.rows} />}
        </Card>
        <div className={register.canTake ? "grid gap-5" : "grid gap-5 max-[860px]:order-first"}>
          <StaffEventCard event={event} />
          {event.byChoice ? <EventPlacesCard event={event} /> : null}
        </div>
      </div>
    </>
  );
}
