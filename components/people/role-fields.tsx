import { SelectField } from "@/components/forms/fields";
import { ROLES } from "@/lib/people/schema";
import { roleInWords } from "./role-words";

/** Which role, and for a cohort manager which cohort. */
export function RoleFields({ cohorts }: { cohorts: { value: string; label: string }[] }) {
  return (
    <>
      <SelectField
        name="holds"
        label="Role"
        options={[
          { value: "", label: "Choose a role" },
          ...ROLES.map((role) => ({ value: role, label: roleInWords(role) })),
        ]}
      />
      <SelectField
        name="cohort"
        label="Cohort"
        hint="For a cohort manager only"
        options={[{ value: "", label: "None" }, ...cohorts]}
      />
    </>
  );
}
