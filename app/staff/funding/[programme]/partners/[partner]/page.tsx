import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { submitPartner, takePartnerAway } from "../../../actions";
import { findFunding } from "../../../find";

type Props = { params: Promise<{ programme: string; partner: string }> };

/** A delivery partner, or with "new" as its address a form for one. */
export default async function PartnerPage({ params }: Props) {
  const { programme, partner: id } = await params;
  const { slug, shortName, partners, home } = await findFunding(
    programme,
    `/partners/${encodeURIComponent(id)}`,
  );
  const partner = id === "new" ? null : (partners.find((each) => each.id === id) ?? notFound());
  const title = partner ? partner.name : "Add a delivery partner";
  return (
    <div className="max-w-prose">
      <PageHeading
        title={title}
        caption="For British international schools"
        back={{ href: home, label: `Funding: ${shortName}` }}
      />
      <ActionForm
        action={submitPartner.bind(null, { slug, id: partner?.id ?? null })}
        title={title}
        submitLabel="Save the partner"
        hidden={{ formKey: randomUUID(), seen: partner?.seen ?? "new" }}
        aside={<a href={home}>Leave it as it is</a>}
      >
        <TextField name="name" label="Name" maxLength={120} defaultValue={partner?.name ?? ""} />
        <TextField
          name="url"
          label="Web address"
          hint="Where schools are sent; it begins with https://"
          type="url"
          inputMode="url"
          spellCheck={false}
          maxLength={300}
          defaultValue={partner?.url ?? ""}
        />
      </ActionForm>
      {partner ? (
        <section className="card mt-10" aria-labelledby="away">
          <h2 id="away">Take the partner away</h2>
          <p className="mb-4">Nobody is sent there any more.</p>
          <ActionForm
            action={takePartnerAway.bind(null, { slug, id: partner.id })}
            submitLabel="Take it away"
            submitVariant="warning"
            hidden={{ seen: partner.seen }}
          />
        </section>
      ) : null}
    </div>
  );
}
