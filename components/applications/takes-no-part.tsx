import { PageHeading } from "@/components/ui/page-heading";

/** In place of a form, for who has declared that they know the applicant. */
export function TakesNoPart({ title, home, name }: { title: string; home: string; name: string }) {
  return (
    <div className="max-w-prose">
      <title>{`${title} - UCL Centre for Educational Leadership`}</title>
      <PageHeading title={title} back={{ href: home, label: name }} />
      <p>You have declared that you know {name}, so somebody else reads and decides this application.</p>
    </div>
  );
}
