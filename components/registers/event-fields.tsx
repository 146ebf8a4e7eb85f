import { SelectField } from "@/components/forms/fields";
import { BY_CHOICE, type EventChoices, WHOLE_COHORT } from "@/lib/events/schema";
import { EventDetailFields } from "./event-detail-fields";

/** What a new event is for, where and when it is, who is expected and who runs it. */
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
      <SelectField
        name="peerGroupId"
        label="Who is expected?"
        hint="Where people choose, add one event for each place: they hold one of them, and can wait for another."
        options={[
          { value: WHOLE_COHORT, label: "The whole cohort" },
          { value: BY_CHOICE, label: "Those who choose it" },
          ...groups,
        ]}
      />
      <EventDetailFields facilitators={facilitators} choice="maybe" />
    </>
  );
}
