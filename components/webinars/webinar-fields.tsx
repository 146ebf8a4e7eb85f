import { DateField, SelectField, TextArea, TextField } from "@/components/forms/fields";
import { DESCRIPTION_MAX } from "@/lib/webinars/schema";
import type { WebinarForStaff } from "@/lib/webinars/views";

/** What a webinar is, when it is, how people join, and how many may come. */
export function WebinarFields({
  programmes,
  details,
}: {
  programmes: { value: string; label: string }[];
  details?: WebinarForStaff["details"];
}) {
  return (
    <>
      <TextField name="title" label="Title" maxLength={160} defaultValue={details?.title} />
      <TextArea
        name="description"
        label="What is it about?"
        hint="For people who think about applying. The list shows the first paragraph. Markdown: **bold**, lists, [links](https://…)."
        rows={7}
        maxLength={DESCRIPTION_MAX}
        defaultValue={details?.description}
      />
      <SelectField
        name="programme"
        label="Which programme is it about?"
        optional
        defaultValue={details?.programme}
        options={[{ value: "", label: "All of them" }, ...programmes]}
      />
      <div className="grid gap-x-6 sm:grid-cols-[auto_auto_1fr]">
        <DateField name="day" label="Day" defaultValue={details?.day} />
        <TextField
          name="startTime"
          label="From, in London time"
          type="time"
          width="short"
          defaultValue={details?.startTime}
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
        name="joiningUrl"
        label="Joining link"
        hint="Only those who registered see it, each on their own page."
        type="url"
        inputMode="url"
        spellCheck={false}
        maxLength={500}
        defaultValue={details?.joiningUrl}
      />
      <TextField
        name="capacity"
        label="How many may come?"
        hint="Left empty, as many as like."
        optional
        inputMode="numeric"
        width="short"
        maxLength={8}
        defaultValue={details?.capacity}
      />
    </>
  );
}
