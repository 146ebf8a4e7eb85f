import { NoPlaceYet } from "@/components/dashboard/standing";
import { ActionForm } from "@/components/forms/action-form";
import { FrequencyFields } from "@/components/reminders/frequency-fields";
import { SentList } from "@/components/reminders/sent-list";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { myReminders } from "@/lib/reminders/queries";
import { Frame } from "../frame";
import { chooseMine } from "./actions";

const TITLE = "Your reminders";

type Props = { searchParams: Promise<{ done?: string | string[] }> };

/** How often the viewer is reminded, and what they were reminded of last. */
export default async function RemindersPage({ searchParams }: Props) {
  const actor = await requireViewer("/dashboard/reminders");
  const [mine, { done }] = await Promise.all([myReminders(actor, now()), searchParams]);
  return (
    <Frame actor={actor} current="/dashboard">
      <div className="max-w-prose">
        <PageHeading
          title={TITLE}
          caption={
            mine
              ? `We write to ${actor.email} between 8 in the morning and 7 in the evening, on Mondays from half past seven, and never about what is done.`
              : undefined
          }
          back={{ href: "/dashboard", label: "Overview" }}
        />
        {done === "saved" ? (
          <div className="mb-5">
            <Notice tone="done">Saved. It holds from the next reminder on.</Notice>
          </div>
        ) : null}
        {mine ? (
          <>
            <ActionForm action={chooseMine} title={TITLE} submitLabel="Save">
              <FrequencyFields frequency={mine.frequency} />
            </ActionForm>
            <SentList letters={mine.letters} />
            <p className="mt-7">
              Dates are also in <a href="/dashboard/calendar">your own calendar</a>, if you put them there.
            </p>
          </>
        ) : (
          <NoPlaceYet />
        )}
      </div>
    </Frame>
  );
}
