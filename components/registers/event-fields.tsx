import { DateField, SelectField, TextField } from "@/components/forms/fields";
import type { EventChoices } from "@/lib/events/schema";

/** What an event is for, where and when it is, who is expected and who runs it. */
export function EventFields({ choices }: { choices: EventChoices }) {
  const { milestones, groups, facilitators } = choices;
  return (
    <>
      <SelectField
        name="milestoneId"
        label="What is it for?"
        hint="Whoever the register marks as present has this milestone done."
        options={[{ value: "", label: "Choose a milestone" }, ...milestones]}
      />
      <TextField
        name="title"
        label="Title"
        hint="Left empty, the milestone’s title stands."
        optional
        maxLength={160}
      />
      <TextField
        name="place"
        label="Where?"
        hint="Online, or the place: Manchester, for example."
        maxLength={120}
      />
      <div className="event-times">
        <DateField name="firstDay" label="On which day?" />
        <TextField name="startTime" label="From, in London time" type="time" width="short" />
        <DateField name="lastDay" label="Last day, if there are several" optional />
        <TextField name="endTime" label="To, in London time" type="time" width="short" />
      </div>
      <SelectField
        name="peerGroupId"
        label="Who is expected?"
        options={[{ value: "", label: "The whole cohort" }, ...groups]}
      />
      <SelectField
        name="facilitatorId"
        label="Who runs it and takes the register?"
        options={[{ value: "", label: "Nobody named yet" }, ...facilitators]}
      />
    </>
  );
}
