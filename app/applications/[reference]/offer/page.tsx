import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxField } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { now } from "@/lib/clock";
import { longDate, monthAndYear } from "@/lib/dates";
import { prospectus } from "@/lib/programmes/queries";
import { feeInWords } from "@/lib/programmes/schema";
import { accept } from "../../actions";
import { findOwn } from "../../find";

export default async function AcceptPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { state, offer, cohort, programme } = await findOwn(reference, "/offer");
  const home = `/applications/${reference}`;
  if (state !== "offered" || !offer) redirect(home);
  const facts = await prospectus(programme.slug, now());
  return (
    <div className="max-w-prose">
      <PageHeading title="Accept your place" back={{ href: home, label: "Your application" }} />
      <p className="mb-4">
        {programme.shortName} {programme.title}, {cohort.name}. Please answer by {longDate(offer.answerBy)},
        23:59.
      </p>
      <SummaryList
        rows={[
          { label: "Starts", value: monthAndYear(cohort.startsOn) },
          {
            label: "Place",
            value: offer.fundedPlace
              ? "Funded"
              : `Paid: ${facts ? feeInWords(facts) : "the programme's fee"}`,
          },
          {
            label: "Time",
            value: `${facts?.durationMonths ?? 18} months, ${Math.round((facts?.learningMinutes ?? 4500) / 60)} hours, then the assessment`,
          },
          { label: "Engagement", value: `At least ${facts?.engagementThresholdPercent ?? 90}%` },
          {
            label: "Travel",
            value: `Residentials in ${facts?.residentialPlaces.join(" or ") ?? "Manchester or Oxford"}`,
          },
        ]}
      />
      <div className="h-6" />
      <ActionForm
        action={accept.bind(null, reference)}
        title="Accept your place"
        submitLabel="Accept the place"
        aside={<a href={`${home}/refusal`}>I would rather decline</a>}
      >
        <CheckboxField
          name="commitments"
          value="yes"
          label="I take the place, and take on the time, the cost, the engagement and the travel above"
        />
      </ActionForm>
    </div>
  );
}
