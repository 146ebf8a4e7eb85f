import { redirect } from "next/navigation";
import { InvoiceFields } from "@/components/applications/invoice-fields";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxGroup } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { invoiceSuggestion } from "@/lib/applications/invoice";
import { COMMITMENTS } from "@/lib/applications/schema-choices";
import { now } from "@/lib/clock";
import { longDate, monthAndYear } from "@/lib/dates";
import { prospectus } from "@/lib/programmes/queries";
import { findOwn } from "../../find";
import { accept } from "./actions";
import { commitmentsInWords } from "./commitments";

const TITLE = "Accept your place";

export default async function AcceptPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const application = await findOwn(reference, "/offer");
  const { state, offer, cohort, programme, answers } = application;
  const home = `/applications/${reference}`;
  if (state !== "offered" || !offer) redirect(home);
  const words = commitmentsInWords({
    facts: await prospectus(programme.slug, now()),
    fundedPlace: offer.fundedPlace,
    residentialPlace: answers.residentialPlace,
  });
  return (
    <div className="max-w-prose">
      <PageHeading title={TITLE} back={{ href: home, label: "Your application" }} />
      <p className="mb-6">
        We offer you {offer.fundedPlace ? "a funded place" : "a place"} on {programme.shortName}{" "}
        {programme.title}, {cohort.name}, which starts in {monthAndYear(cohort.startsOn)}. Please answer by{" "}
        <strong>{longDate(offer.answerBy)}, 23:59</strong>.
      </p>
      <ActionForm
        action={accept.bind(null, reference, offer.fundedPlace ? "funded" : "paid")}
        title={TITLE}
        submitLabel="Accept the place"
        aside={<a href={`${home}/refusal`}>I would rather decline</a>}
      >
        <CheckboxGroup
          name="commitments"
          legend="What you take on"
          hint="Tick all four. From here on they are binding."
          options={COMMITMENTS.map((value) => ({ value, ...words[value] }))}
        />
        {offer.fundedPlace ? null : <InvoiceFields before={invoiceSuggestion(answers)} />}
      </ActionForm>
    </div>
  );
}
