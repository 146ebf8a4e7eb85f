import { TextArea, TextField } from "@/components/forms/fields";

type Facts = {
  title: string;
  shortName: string;
  qualification: string;
  dfeIdentifier: string | null;
  summary: string;
  audience: string;
  durationMonths: number;
  engagementThresholdPercent: number;
  feePence: number;
  vatPercent: number;
  scholarshipNote: string;
  residentialPlaces: readonly string[];
  contactEmail: string;
  contactReplyHours: number;
};

/** The facts of a programme, in the order they are read on its page. */
export function FactsFields({ facts }: { facts: Facts }) {
  const figure = { inputMode: "numeric", width: "short" } as const;
  const pence = facts.feePence % 100;
  const pounds = `${Math.floor(facts.feePence / 100)}${pence === 0 ? "" : `.${String(pence).padStart(2, "0")}`}`;
  return (
    <>
      <TextField name="title" label="Name" maxLength={120} defaultValue={facts.title} />
      <TextField
        name="shortName"
        label="Short name"
        maxLength={30}
        width="short"
        defaultValue={facts.shortName}
      />
      <TextField
        name="qualification"
        label="The qualification's full name"
        maxLength={200}
        defaultValue={facts.qualification}
      />
      <TextField
        name="dfeIdentifier"
        label="The DfE's identifier"
        optional
        maxLength={60}
        width="medium"
        defaultValue={facts.dfeIdentifier ?? ""}
      />
      <TextArea name="summary" label="Summary" rows={3} maxLength={600} defaultValue={facts.summary} />
      <TextArea
        name="audience"
        label="Whom it is for"
        rows={3}
        maxLength={600}
        defaultValue={facts.audience}
      />
      <TextField
        {...figure}
        name="durationMonths"
        label="Length in months"
        defaultValue={String(facts.durationMonths)}
      />
      <TextField
        {...figure}
        name="engagementThresholdPercent"
        label="Engagement to reach, in per cent"
        defaultValue={String(facts.engagementThresholdPercent)}
      />
      <TextField
        name="feePence"
        label="Fee without VAT, in pounds"
        inputMode="decimal"
        width="short"
        defaultValue={pounds}
      />
      <TextField
        {...figure}
        name="vatPercent"
        label="VAT, in per cent"
        defaultValue={String(facts.vatPercent)}
      />
      <TextField
        name="scholarshipNote"
        label="Scholarships, in one sentence"
        maxLength={300}
        defaultValue={facts.scholarshipNote}
      />
      <TextArea
        name="residentialPlaces"
        label="Places of the residentials"
        hint="One a line."
        optional
        rows={3}
        defaultValue={facts.residentialPlaces.join("\n")}
      />
      <TextField
        name="contactEmail"
        label="E-mail address for questions"
        inputMode="email"
        defaultValue={facts.contactEmail}
      />
      <TextField
        {...figure}
        name="contactReplyHours"
        label="Answered within how many hours"
        defaultValue={String(facts.contactReplyHours)}
      />
    </>
  );
}
