import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea, TextField } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { INSTRUCTIONS_MAX } from "@/lib/events/schema";
import { instruct } from "../actions";
import { findManaged } from "../find";

const TITLE = "Joining instructions";

export default async function InstructionsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { event } = await findManaged(id, "/instructions");
  if (event.state === "over" || event.state === "cancelled") notFound();
  const home = `/staff/events/${id}`;
  return (
    <div className="max-w-prose">
      <PageHeading
        title={TITLE}
        caption="Only those who are expected see them. When you save others, they are told by e-mail that they are there; the link itself is never in an e-mail."
        back={{ href: home, label: event.title }}
      />
      <ActionForm
        action={instruct.bind(null, id)}
        title={TITLE}
        submitLabel="Save and tell them"
        hidden={{ version: String(event.version) }}
        aside={<a href={home}>Not now</a>}
      >
        <TextField
          name="joiningUrl"
          label="Link to the video call"
          hint="Only for an event online. The whole address, beginning with https://"
          optional
          type="url"
          inputMode="url"
          maxLength={500}
          defaultValue={event.joiningUrl ?? ""}
        />
        <TextArea
          name="instructions"
          label="Instructions"
          hint="How to get there, where to park, what to bring, when the doors open. Markdown: **bold**, lists, [links](https://…)."
          optional
          rows={12}
          maxLength={INSTRUCTIONS_MAX}
          defaultValue={event.instructions}
        />
      </ActionForm>
    </div>
  );
}
