import { PageTitle } from "@/components/engagement/page-title";
import { RegisterTable } from "@/components/registers/register-table";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { dateTimeInLondon, dayInLondon, hoursAndMinutes, longDate } from "@/lib/dates";
import type { RegisterMark } from "@/lib/engagement/schema";
import { caption, findRegister } from "./find";

const DONE = new Map([
  ["added", "The event is added"],
  ["saved", "The register is saved"],
  ["same", "Nothing was different, so nothing was saved"],
]);

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EventPage({ params, searchParams }: Props) {
  const { id } = await params;
  const register = await findRegister(id);
  const { event, milestone, rows, takenAt, canTake } = register;
  const { done } = await searchParams;
  const title = DONE.get(String(done));
  const count = (mark: RegisterMark) => rows.filter((row) => row.mark === mark).length;
  return (
    <>
      <PageTitle title={event.title} />
      <PageHeading
        title={event.title}
        caption={`${register.when} · ${caption(register)}`}
        back={{ href: "/staff/events", label: "Events" }}
      />
      {title ? (
        <div className="mb-6 max-w-prose">
          <Notice tone="done" title={title}>
            {done === "added"
              ? "Everybody who is expected sees it among their events. Its register can be taken from the day of the event on."
              : `${count("present")} present, ${count("part") > 0 ? `${count("part")} for part of it, ` : ""}${count("absent")} absent. Each participant’s engagement follows at once.`}
          </Notice>
        </div>
      ) : null}
      <p className="mb-4 max-w-prose">
        Being present counts for {hoursAndMinutes(milestone.minutes)}: {milestone.title}.{" "}
        {takenAt
          ? `The register was last changed on ${dateTimeInLondon(takenAt)}.`
          : `${rows.filter(({ sorry }) => !sorry).length} expected. The register is not taken yet.`}
      </p>
      <p className="mb-6">
        {canTake ? (
          <ButtonLink href={`/staff/events/${id}/register`} variant={takenAt ? "secondary" : "primary"}>
            {takenAt ? "Change the register" : "Take the register"}
          </ButtonLink>
        ) : (
          `The register can be taken from ${longDate(dayInLondon(event.startsAt))} on.`
        )}
      </p>
      <RegisterTable rows={rows} />
    </>
  );
}
