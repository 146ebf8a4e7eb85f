import { PageHeading } from "@/components/ui/page-heading";
import { WebinarItem } from "@/components/webinars/webinar-item";
import { now } from "@/lib/clock";
import { renderMarkdown } from "@/lib/markdown";
import { publicWebinars } from "@/lib/webinars/queries";
import type { WebinarCard } from "@/lib/webinars/views";
import { shareable } from "../shareable";

export const metadata = shareable({
  title: "Information webinars",
  description:
    "Hear about our programmes online, ask your questions, and watch the recordings. Free, and without an account.",
  path: "/webinars",
});

export default async function WebinarsPage() {
  const { coming, past } = await publicWebinars(now());
  return (
    <div className="wrap">
      <PageHeading
        title="Information webinars"
        caption="Hear about our programmes and ask your questions: online, free, and without an account. All times are London’s."
      />
      <section className="mb-12" aria-labelledby="coming">
        <h2 id="coming" className="mb-4">
          Coming
        </h2>
        {coming.length > 0 ? (
          <Cards webinars={coming} />
        ) : (
          <p className="max-w-prose">
            No webinar is planned at the moment. You can <a href="/contact">ask us a question</a> at any time,
            or read about <a href="/programmes">our programmes</a>.
          </p>
        )}
      </section>
      {past.length > 0 ? (
        <section className="mb-12" aria-labelledby="past">
          <h2 id="past" className="mb-4">
            Past, with their recordings
          </h2>
          <Cards webinars={past} />
        </section>
      ) : null}
    </div>
  );
}

function Cards({ webinars }: { webinars: WebinarCard[] }) {
  return (
    <ul className="grid gap-5 md:grid-cols-2">
      {webinars.map((webinar) => (
        <WebinarItem
          key={webinar.id}
          webinar={webinar}
          // The first paragraph; the webinar's own page has it all.
          html={renderMarkdown(webinar.description.split(/\n{2,}/, 1)[0] ?? "")}
        />
      ))}
    </ul>
  );
}
