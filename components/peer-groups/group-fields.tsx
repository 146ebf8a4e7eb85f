import { SelectField, TextField } from "@/components/forms/fields";

/** The fields of a group's form. */
export function GroupFields({
  name = "",
  facilitatorId,
  facilitators,
}: {
  name?: string;
  facilitatorId?: string | null;
  facilitators: { value: string; label: string }[];
}) {
  return (
    <>
      <TextField name="name" label="Name of the group" maxLength={60} width="medium" defaultValue={name} />
      <SelectField
        name="facilitatorId"
        label="Facilitator"
        hint="They see the group’s members, sessions and notes, take its registers, and are told by e-mail."
        defaultValue={facilitatorId ?? ""}
        options={[{ value: "", label: "Nobody yet" }, ...facilitators]}
      />
    </>
  );
}
