import { PageTitle } from "@/components/engagement/page-title";
import { EventPlacesCard } from "@/components/events/event-places-card";
import { StaffEventCard } from "@/components/events/staff-event-card";
import { RegisterCorrections } from "@/components/registers/register-corrections";
import { RegisterTable } from "@/components/registers/register-table";
import { Card } from "@/components/ui/card";
import { PageHeading } from "@/components/ui/page-heading";
import { markInWords } from "@/lib/events/register-review";
import { Confirmation } from "./confirmation";
import { caption, findCorrections, findEvent, findRegister } from "./find";
import { RegisterLine } from "./register-line";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EventPage({ params, searchParams }: Props) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const [register, { event }, corrections] = await Promise.all([
    findRegister(id),
    findEvent(id),
    findCorrections(id),
  ]);
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
          <RegisterCorrections
            corrections={corrections}
            words={({ mark, minutes }) => markInWords(mark, minutes)}
          />
        </Card>
        <div className={register.canTake ? "grid gap-5" : "grid gap-5 max-[860px]:order-first"}>
          <StaffEventCard event={event} />
          {event.byChoice ? <EventPlacesCard event={event} /> : null}
        </div>
      </div>
    </>
  );
}
