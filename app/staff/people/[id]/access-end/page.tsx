import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { endAllAccess } from "../../actions";
import { findPerson } from "../../find";

type Props = { params: Promise<{ id: string }> };

/** Says what ending somebody's access takes away, before it does. */
export default async function EndAccessPage({ params }: Props) {
  const { person } = await findPerson((await params).id, "/access-end");
  const back = `/staff/people/${person.id}`;
  if (person.accessEndedAt) redirect(back);
  const name = person.name || person.email;
  return (
    <div className="max-w-prose">
      <PageHeading title={`End ${name}’s access`} back={{ href: back, label: name }} />
      <p className="mb-3">At once:</p>
      <ul className="prose mb-5">
        <li>they are signed out everywhere, and links under way no longer work</li>
        <li>every role they hold ends: {person.held.length === 1 ? "one" : person.held.length || "none"}</li>
        <li>
          they cannot sign in again, by e-mail or otherwise, unless an administrator gives their access back
        </li>
      </ul>
      <p className="mb-5">
        What they have done and what is recorded of them stays. A participant who only stops their programme
        keeps their access: record a withdrawal instead.
      </p>
      <ActionForm
        action={endAllAccess.bind(null, person.id)}
        title={`End ${name}’s access`}
        submitLabel="End their access"
        submitVariant="warning"
        aside={<a href={back}>Keep it</a>}
      />
    </div>
  );
}
