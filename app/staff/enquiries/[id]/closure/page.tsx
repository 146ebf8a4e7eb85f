import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { setAside } from "../../actions";
import { findEnquiry } from "../../find";

export default async function ClosurePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { name, reference, state, standing } = await findEnquiry(id, "/closure");
  const home = `/staff/enquiries/${id}`;
  const title = `Set ${reference} aside`;
  if (state !== "waiting") {
    return (
      <div className="max-w-prose">
        <PageHeading title={title} back={{ href: home, label: `${name} asks` }} />
        <p>This enquiry does not wait for an answer any more, so there is nothing to set aside.</p>
      </div>
    );
  }
  return (
    <div className="max-w-prose">
      <PageHeading title={title} back={{ href: home, label: `${name} asks` }} />
      <p className="mb-5">
        For advertising, tests and second copies. {name} gets no answer and no e-mail; a question that
        somebody means is better answered.
      </p>
      <ActionForm
        action={setAside.bind(null, id)}
        title={title}
        submitLabel="Set it aside"
        submitVariant="warning"
        hidden={{ seen: standing }}
        aside={<a href={home}>Not now</a>}
      >
        <TextField name="reason" label="The reason" hint="For colleagues." maxLength={300} />
      </ActionForm>
    </div>
  );
}
