import { FeedAddress } from "@/components/dashboard/feed-address";
import { ActionForm } from "@/components/forms/action-form";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/lib/auth/session";
import { myFeed } from "@/lib/events/calendar-feed";
import { Frame } from "../frame";
import { endAddress, makeAddress, replaceAddress } from "./actions";

const TITLE = "In your own calendar";

const DONE: Record<string, string | undefined> = {
  made: "Your calendar address is ready.",
  replaced: "Your calendar has a new address; the old one no longer works. Add the new one to your calendar.",
  ended: "The address no longer works. Remove the calendar from your calendar program, too.",
};

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export default async function CalendarPage({ searchParams }: Props) {
  const actor = await requireViewer("/dashboard/calendar");
  const [address, { done }] = await Promise.all([myFeed(actor), searchParams]);
  const said = typeof done === "string" ? DONE[done] : undefined;
  return (
    <Frame actor={actor} current="/dashboard/events">
      <div className="max-w-prose">
        <PageHeading
          title={TITLE}
          caption="Your events, and the windows of what is still to do, beside the rest of your diary. What changes here changes there."
          back={{ href: "/dashboard/events", label: "Your events" }}
        />
        {said ? (
          <div className="mb-5">
            <Notice tone="done">{said}</Notice>
          </div>
        ) : null}
        {address ? (
          <>
            <FeedAddress address={address} />
            <h2 className="mt-9 mb-2">If somebody else may have it</h2>
            <p>Get a new address. The old one stops working at once.</p>
            <ActionForm
              action={replaceAddress}
              title={TITLE}
              submitLabel="Replace the address"
              submitVariant="secondary"
            />
            <h2 className="mt-9 mb-2">If you do not need it any more</h2>
            <ActionForm action={endAddress} submitLabel="End the address" submitVariant="secondary" />
          </>
        ) : (
          <>
            <p>
              We make you a private address that Google Calendar, Apple Calendar and Outlook can follow.
              Whoever has it can read this calendar, so keep it to yourself; you can replace or end it at any
              time.
            </p>
            <ActionForm action={makeAddress} title={TITLE} submitLabel="Make my calendar address" />
          </>
        )}
      </div>
    </Frame>
  );
}
