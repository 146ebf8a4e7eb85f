import { PageTitle } from "@/components/engagement/page-title";
import { PageHeading } from "@/components/ui/page-heading";

/** The top of a page that is printed for an event. */
export function VenueHead({
  id,
  name,
  head,
}: {
  id: string;
  name: string;
  head: { title: string; place: string; when: string; cohortName: string };
}) {
  const { title, place, when, cohortName } = head;
  return (
    <>
      <PageTitle title={`${name}: ${title}`} />
      <PageHeading
        title={name}
        caption={[title, place, when, cohortName].join(" · ")}
        back={{ href: `/staff/events/${id}`, label: title }}
      />
    </>
  );
}
