import { PageHeading } from "@/components/ui/page-heading";
import type { WebinarForStaff } from "@/lib/webinars/views";

const WHY: Partial<Record<WebinarForStaff["state"], string>> = {
  over: "This webinar is over. What can still be done is adding its recording.",
  cancelled: "This webinar is cancelled, for good. Make a new one instead.",
};

/** Instead of a form that this webinar's state does not allow any more, or not yet. */
export function Closed({ webinar, title }: { webinar: WebinarForStaff; title: string }) {
  const home = `/staff/webinars/${webinar.id}`;
  return (
    <div className="max-w-prose">
      <title>{`${title} - UCL Centre for Educational Leadership`}</title>
      <PageHeading title={title} back={{ href: home, label: webinar.title }} />
      <p>{WHY[webinar.state] ?? "That can be done once the webinar is over."}</p>
    </div>
  );
}
