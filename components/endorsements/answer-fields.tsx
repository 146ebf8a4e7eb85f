import { CheckboxField, RadioGroup, TextArea, TextField } from "@/components/forms/fields";
import { NOTE_MAX } from "@/lib/applications/schema-endorsement";

/**
 * The sponsor's three answers. What belongs to one of them shows when it is chosen (endorsements.css), without a
 * script; all of it is sent, and what belongs to another answer is left out there.
 */
export function AnswerFields({ name }: { name: string }) {
  return (
    <div className="answer-fields">
      <RadioGroup
        name="answer"
        legend="What do you say?"
        hint="You can answer once. You get an e-mail with what you said."
        options={[
          { value: "endorsed", label: "I endorse the application" },
          { value: "declined", label: "I do not endorse it" },
          {
            value: "wrong_person",
            label: "I am not the right person",
            hint: `Neither ${name}’s line manager nor, for an executive head, the chair of trustees`,
          },
        ]}
      />
      <div className="answer-part" data-for="endorsed">
        <p className="field-legend">You commit your school or trust to this</p>
        <CheckboxField
          name="releasesTime"
          value="yes"
          label={`${name} is released for the time that the programme takes`}
        />
        <CheckboxField
          name="supportsMentor"
          value="yes"
          label="The NPQ mentor, whoever it is, has the time for their part: check-ins, and a report after modules 2 and 3"
        />
        <TextField name="jobTitle" label="Your job title" autoComplete="organization-title" maxLength={120} />
        <TextArea
          name="note"
          label="Anything you want to add"
          hint={`For the staff who decide. ${name} does not read it here.`}
          optional
          rows={4}
          maxLength={NOTE_MAX}
        />
      </div>
      <div className="answer-part" data-for="declined">
        <TextArea
          name="reason"
          label="Why you do not endorse it"
          hint={`For the staff who decide. ${name} is told only that you do not endorse the application, and asked to talk to you.`}
          rows={5}
          maxLength={NOTE_MAX}
        />
      </div>
      <div className="answer-part" data-for="wrong_person">
        <TextField
          name="rightPerson"
          label="Who the right person is, if you know"
          hint={`${name} reads this, and is asked to name somebody else.`}
          optional
          maxLength={200}
        />
      </div>
    </div>
  );
}
