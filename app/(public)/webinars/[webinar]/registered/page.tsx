import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MailboxNotice } from "@/app/(auth)/mailbox-notice";
import { PageHeading } from "@/components/ui/page-heading";
import { now } from "@/lib/clock";
import { publicWebinar } from "@/lib/webinars/queries";

export const metadata: Metadata = { title: "Look at your e-mail", robots: { index: false } };

export default async function RegisteredPage({ params }: { params: Promise<{ webinar: string }> }) {
  const webinar = await publicWebinar((await params).webinar, now());
  if (!webinar) notFound();
  return (
    <div className="wrap">
      <div className="max-w-prose pb-12">
        <PageHeading title="Look at your e-mail" caption={`${webinar.title}, ${webinar.when}`} />
        <div className="prose">
          <p>
            We have sent you a link of your own. It leads to the page with the joining link, where you can
            also give your place up. The file with the e-mail puts the webinar into your calendar.
          </p>
          <p>
            If the e-mail has not come in ten minutes, look among unwanted mail. Then{" "}
            <a href={`/webinars/${webinar.id}`}>register again</a>, with an eye on the address: that sends the
            link once more and takes no second place.
          </p>
          <p>
            The day before, we remind you. <a href="/webinars">See the other webinars</a>
          </p>
        </div>
        <MailboxNotice />
      </div>
    </div>
  );
}
