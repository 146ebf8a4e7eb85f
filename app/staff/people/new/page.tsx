import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { RoleFields } from "@/components/people/role-fields";
import { PageHeading } from "@/components/ui/page-heading";
import { cohortChoices } from "@/lib/people/queries";
import { sendInvitation } from "../actions";
import { requirePeoplePages } from "../find";

export default async function InvitePage() {
  const actor = await requirePeoplePages("/staff/people/new");
  return (
    <div className="max-w-prose">
      <PageHeading title="Invite somebody" back={{ href: "/staff/people", label: "People and roles" }} />
      <p className="mb-5">
        They get an e-mail, and have the role once they sign in with that address within two weeks. Until then
        nobody has it.
      </p>
      <ActionForm action={sendInvitation} title="Invite somebody" submitLabel="Send the invitation">
        <TextField name="name" label="Name" maxLength={120} autoComplete="off" />
        <TextField
          name="email"
          label="E-mail address"
          hint="The one they sign in with at work"
          type="email"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          maxLength={254}
        />
        <RoleFields cohorts={await cohortChoices(actor)} />
      </ActionForm>
    </div>
  );
}
