import { sentenceFor } from "@/app/sentence-for";
import { ActionForm } from "@/components/forms/action-form";
import { PersonFacts } from "@/components/people/person-facts";
import { PersonWork } from "@/components/people/person-work";
import { RoleFields } from "@/components/people/role-fields";
import { EarlierRoles, HeldRoles } from "@/components/people/role-list";
import { SessionList } from "@/components/people/session-list";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { dateTimeInLondon } from "@/lib/dates";
import { cohortChoices } from "@/lib/people/queries";
import { giveAccessBack, giveRole, takeRole } from "../actions";
import { findPerson } from "../find";
import { AccessSteps } from "./access-steps";

const DONE: Record<string, string> = {
  given: "The role is given. It counts from now on.",
  ended: "The role is ended. It no longer counts.",
  "signed-out": "They are signed out everywhere, and links under way no longer work.",
  reset: "Their second factor is reset. They were told by e-mail.",
  links: "Changed how they may sign in.",
  "access-ended": "Their access is ended: sessions, roles and links.",
  "access-restored":
    "They can sign in again, and were told by e-mail. Their roles stay ended: give those they need.",
};

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> };

export default async function PersonPage({ params, searchParams }: Props) {
  const { actor, person } = await findPerson((await params).id);
  const [cohorts, { done }] = await Promise.all([cohortChoices(actor), searchParams]);
  const said = sentenceFor(DONE, done);
  const name = person.name || person.email;
  return (
    <>
      <title>{`${name} - UCL Centre for Educational Leadership`}</title>
      <PageHeading title={name} back={{ href: "/staff/people", label: "People and roles" }} />
      {said ? (
        <div className="mb-5">
          <Notice tone="done">{said}</Notice>
        </div>
      ) : null}
      {person.accessEndedAt ? (
        <div className="mb-5">
          <Notice tone="late" title="Access ended">
            Since {dateTimeInLondon(person.accessEndedAt)} this person cannot sign in. Their records stay.
          </Notice>
          <p className="mt-5 mb-3 max-w-prose">
            Given back, they are told by e-mail how to sign in. Sessions, links, invitations and calendar
            addresses of before stay dead, and roles are given anew.
          </p>
          <ActionForm
            action={giveAccessBack.bind(null, person.id)}
            submitLabel="Give their access back"
            submitVariant="secondary"
            idPrefix="back-"
          />
        </div>
      ) : null}
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <PersonFacts person={person} />
        <section aria-labelledby="roles">
          <h2 id="roles" className="mb-3">
            Roles
          </h2>
          <HeldRoles
            roles={person.held.map((role) => ({ ...role, end: takeRole.bind(null, person.id, role.id) }))}
          />
          {person.accessEndedAt ? null : (
            <details className="mt-4">
              <summary>Give a role</summary>
              <ActionForm action={giveRole.bind(null, person.id)} submitLabel="Give this role">
                <RoleFields cohorts={cohorts} />
              </ActionForm>
            </details>
          )}
          <EarlierRoles roles={person.earlier} />
        </section>
        <PersonWork person={person} />
        <SessionList sessions={person.sessions} />
      </div>
      {person.accessEndedAt ? null : <AccessSteps person={person} self={person.id === actor.userId} />}
    </>
  );
}
