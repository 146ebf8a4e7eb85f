import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { WebinarFields } from "@/components/webinars/webinar-fields";
import { create } from "../actions";
import { findChoices } from "../find";

const TITLE = "New webinar";

export default async function NewWebinarPage() {
  const programmes = await findChoices("/staff/webinars/new");
  return (
    <div className="max-w-prose">
      <PageHeading
        title={TITLE}
        caption="Nobody sees it until you publish it."
        back={{ href: "/staff/webinars", label: "Webinars" }}
      />
      <ActionForm
        action={create}
        title={TITLE}
        submitLabel="Save as a draft"
        hidden={{ formKey: randomUUID() }}
        aside={<a href="/staff/webinars">Not now</a>}
      >
        <WebinarFields programmes={programmes} />
      </ActionForm>
    </div>
  );
}
