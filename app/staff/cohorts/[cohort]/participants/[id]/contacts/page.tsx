import { notFound } from "next/navigation";
import { ContactFields } from "@/components/engagement/contact-fields";
import { ContactLog } from "@/components/engagement/contact-log";
import { ActionForm } from "@/components/forms/action-form";
import { Card } from "@/components/ui/card";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { now } from "@/lib/clock";
import { dayInLondon } from "@/lib/dates";
import { contactsWith } from "@/lib/engagement/contacts";
import { participantForStaff } from "@/lib/engagement/participant";
import { cohortTitle, findCohort } from "../../../find";
import { logContact } from "./actions";

type Props = {
  params: Promise<{ cohort: string; id: string }>;
  searchParams: Promise<{ correct?: string | string[] }>;
};

export default async function ContactsPage({ params, searchParams }: Props) {
  const { cohort: cohortId, id } = await params;
  const { actor, cohort } = await findCohort(cohortId, `/participants/${encodeURIComponent(id)}/contacts`);
  const at = now();
  const [person, contacts] = await Promise.all([
    participantForStaff(actor, cohort.id, id, at),
    contactsWith(actor, cohort.id, id),
  ]);
  if (!person || !contacts) notFound();
  const { correct } = await searchParams;
  const earlier = contacts.find((contact) => contact.id === correct && contact.live);
  const home = `/staff/cohorts/${cohort.id}/participants/${id}`;
  return (
    <>
      <PageHeading
        title={`Contacts with ${person.fullName}`}
        caption={`${cohortTitle(cohort)} · ${person.workplace}`}
        back={{ href: home, label: person.fullName }}
      />
      <div className="grid items-start gap-7 lg:grid-cols-2">
        <section aria-labelledby="log">
          <h2 id="log" className="mb-3">
            Who was in touch
          </h2>
          <ContactLog contacts={contacts} correct={`${home}/contacts`} />
          {contacts.length > 0 ? (
            <TakeOut list="contacts" query={{ cohort: cohort.id, participant: id }} what="this log" />
          ) : null}
        </section>
        <Card labelledBy="contact">
          <h2 id="contact" className="mb-3">
            {earlier ? "Put an entry right" : "Log a contact"}
          </h2>
          {earlier ? <p className="mb-4">The earlier entry stays in the log, marked as put right.</p> : null}
          <ActionForm
            key={earlier?.id ?? contacts[0]?.id ?? "first"}
            action={logContact.bind(null, cohort.id, id)}
            title={`Contacts with ${person.fullName}`}
            submitLabel={earlier ? "Save the new entry" : "Log the contact"}
            hidden={{ formKey: crypto.randomUUID(), ...(earlier ? { supersedesId: earlier.id } : {}) }}
            aside={earlier ? <a href={`${home}/contacts`}>Leave it as it is</a> : undefined}
          >
            <ContactFields today={dayInLondon(at)} earlier={earlier} />
          </ActionForm>
        </Card>
      </div>
    </>
  );
}
