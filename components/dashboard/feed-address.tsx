import { ButtonLink } from "@/components/ui/button";

/** A calendar's address, and the ways of adding it in one click. */
export function FeedAddress({ address }: { address: string }) {
  const webcal = address.replace(/^https?:/, "webcal:");
  const google = `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`;
  const outlook = (host: string) =>
    `https://${host}/calendar/0/addfromweb?${new URLSearchParams({ url: address, name: "My NPQ" })}`;
  return (
    <>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={webcal}>Add to Apple Calendar or Outlook</ButtonLink>
        <ButtonLink href={google} variant="secondary">
          Add to Google Calendar
        </ButtonLink>
        <ButtonLink href={outlook("outlook.office.com")} variant="secondary">
          Add to Outlook on the web, work or school
        </ButtonLink>
        <ButtonLink href={outlook("outlook.live.com")} variant="secondary">
          Add to Outlook.com
        </ButtonLink>
      </p>
      <h2 className="mt-7 mb-2">Or by its address</h2>
      <p>
        In your calendar program, look for “subscribe”, “from URL” or “from the internet”, and paste this.
        Keep it to yourself.
      </p>
      <p className="feed-address">
        <code>{address}</code>
      </p>
    </>
  );
}
