import { ActionForm } from "@/components/forms/action-form";
import { Tag } from "@/components/ui/tag";
import { dayInLondon, longDate } from "@/lib/dates";
import type { FormState } from "@/lib/form";
import type { WaitingInvitation } from "@/lib/people/views";
import { roleInWords } from "./role-words";

type Invitation = WaitingInvitation & {
  withdraw: (state: FormState, data: FormData) => Promise<FormState>;
};

/** Invitations that nobody has taken up yet; nothing where there is none. */
export function InvitationList({ invitations }: { invitations: Invitation[] }) {
  if (invitations.length === 0) return null;
  return (
    <section className="mb-8" aria-labelledby="invitations">
      <h2 id="invitations" className="mb-3">
        Waiting to be taken up
      </h2>
      <ul className="grid gap-3">
        {invitations.map(({ id, name, email, role, cohort, by, expiresAt, expired, withdraw }) => (
          <li key={id} className="card flex flex-wrap items-center justify-between gap-x-8 gap-y-2">
            <div className="min-w-0 wrap-anywhere">
              <b>{name}</b>, {email}
              <p>
                {roleInWords(role)}
                {cohort ? `, ${cohort}` : ""}, invited by {by}
              </p>
              <p className="text-[0.94rem] text-muted">
                {expired ? <Tag tone="late">ran out</Tag> : `until ${longDate(dayInLondon(expiresAt))}`}
              </p>
            </div>
            <div className="[&_.form-actions]:mt-0">
              <ActionForm
                action={withdraw}
                submitLabel="Withdraw"
                submitVariant="secondary"
                idPrefix={`${id}-`}
                aside={<span className="sr-only">the invitation to {email}</span>}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
