import { ActionForm } from "@/components/forms/action-form";
import { dayInLondon, longDate } from "@/lib/dates";
import type { FormState } from "@/lib/form";
import type { HeldRole } from "@/lib/people/views";
import { roleInWords } from "./role-words";

type Endable = HeldRole & { end: (state: FormState, data: FormData) => Promise<FormState> };

const title = ({ role, cohort }: HeldRole) => `${roleInWords(role)}${cohort ? `, ${cohort}` : ""}`;
const day = (at: Date) => longDate(dayInLondon(at));

/** The roles that count now, since when and by whose word, each with its end. */
export function HeldRoles({ roles }: { roles: Endable[] }) {
  if (roles.length === 0) return <p>None. Without a role, nothing of the staff’s side is there for them.</p>;
  return (
    <ul className="stack-list">
      {roles.map((role) => (
        <li key={role.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
          <div>
            <b>{title(role)}</b>
            <p className="text-[0.94rem] text-muted">
              since {day(role.since)}
              {role.by ? `, given by ${role.by}` : ""}
            </p>
          </div>
          <div className="no-print [&_.form-actions]:mt-0">
            <ActionForm
              action={role.end}
              submitLabel="End"
              submitVariant="secondary"
              idPrefix={`${role.id}-`}
              aside={<span className="sr-only">{title(role)}</span>}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Those that have ended; nothing where none has. */
export function EarlierRoles({ roles }: { roles: HeldRole[] }) {
  if (roles.length === 0) return null;
  return (
    <details className="mt-4">
      <summary>Earlier roles: {roles.length}</summary>
      <ul className="stack-list mt-2">
        {roles.map((role) => (
          <li key={role.id}>
            {title(role)}
            <p className="text-[0.94rem] text-muted">
              {day(role.since)} to {role.endedAt ? day(role.endedAt) : ""}
              {role.by ? `, given by ${role.by}` : ""}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
