import { DateField, SelectField, TextField } from "@/components/forms/fields";
import type { EventDetails } from "@/lib/events/schema";

/** Where and when an event is, how many there is room for, and who runs it: what can be changed later, too. */
export function EventDetailFields({
  facilitators,
  details,
  choice,
}: {
  facilitators: { value: string; label: string }[];
  details?: EventDetails;
  /** Whether people choose it: not said yet in the form of a new one. */
  choice: boolean | "maybe";
}) {
  return (
    <>
      <TextField
        name="title"
        label="Title"
        hint={details ? undefined : "Left empty, the milestone’s title stands."}
        optional={!details}
        maxLength={160}
        defaultValue={details?.title}
      />
      <TextField
        name="place"
        label="Where?"
        hint="Online, or the place: Manchester, for example."
        maxLength={120}
        defaultValue={details?.place}
      />
      <div className="event-times">
        <DateField name="firstDay" label="On which day?" defaultValue={details?.firstDay} />
        <TextField
          name="startTime"
          label="From, in London time"
          type="time"
          width="short"
          defaultValue={details?.startTime}
        />
        <DateField
          name="lastDay"
          label="Last day, if there are several"
          optional
          defaultValue={details?.lastDay}
        />
        <TextField
          name="endTime"
          label="To, in London time"
          type="time"
          width="short"
          defaultValue={details?.endTime}
        />
      </div>
      <TextField
        name="capacity"
        label="For how many is there room?"
        hint="Left empty, there is no limit."
        optional
        inputMode="numeric"
        width="short"
        maxLength={5}
        defaultValue={details?.capacity}
      />
      {choice ? (
        <DateField
          name="choiceUntil"
          label="Until which day can people choose?"
          hint={
            choice === "maybe"
              ? "Only where people choose. Until the end of that day they can change and give up, too."
              : "Until the end of that day they can change and give up, too."
          }
          optional={choice === "maybe"}
          defaultValue={details?.choiceUntil}
        />
      ) : (
        <input type="hidden" name="choiceUntil" value="" />
      )}
      <SelectField
        name="facilitatorId"
        label="Who runs it and takes the register?"
        defaultValue={details?.facilitatorId}
        options={[{ value: "", label: "Nobody named yet" }, ...facilitators]}
      />
    </>
  );
}
