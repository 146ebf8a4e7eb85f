import { DecidedAlready } from "@/components/applications/decided-already";
import { DespiteField } from "@/components/applications/despite-field";
import { OverrideField } from "@/components/applications/override-field";
import { TakesNoPart } from "@/components/applications/takes-no-part";
import { ActionForm } from "@/components/forms/action-form";
import { RadioGroup } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { FUNDING_WORDS } from "@/lib/applications/schema-choices";
import { canMove, MOVES } from "@/lib/applications/states";
import { offer } from "../../actions";
import { findEndorsement, findForReview } from "../../find";

export default async function OfferPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { application, desk } = await findForReview(id, "/offer");
  const { state, answers, cohort, places, version } = application;
  const home = `/staff/applications/${id}`;
  const title = `Offer ${answers.fullName} a place`;
  if (!canMove("offer", state)) {
    const { refusal } = MOVES.offer;
    return <DecidedAlready {...{ title, refusal, state, home }} name={answers.fullName} />;
  }
  const endorsement = await findEndorsement(id);
  if (desk.conflicted) return <TakesNoPart {...{ title, home }} name={answers.fullName} />;
  return (
    <div className="max-w-prose">
      <PageHeading title={title} back={{ href: home, label: answers.fullName }} />
      <p className="mb-5">
        {cohort.name} has {places.left} {places.left === 1 ? "place" : "places"} left; {places.fundedLeft} can
        be funded.
        {answers.fundingRoute
          ? ` On who pays, the applicant says: ${FUNDING_WORDS[answers.fundingRoute].toLowerCase()}.`
          : ""}{" "}
        The offer holds a place until it is answered or runs out, and goes out by e-mail at once.
      </p>
      <ActionForm
        action={offer.bind(null, id)}
        title={title}
        submitLabel="Offer the place"
        hidden={{ version: String(version) }}
        aside={<a href={home}>Not now</a>}
      >
        <DespiteField reading={desk.reading} />
        <RadioGroup
          name="fundedPlace"
          legend="Is the place funded?"
          options={[
            { value: "no", label: "No, the fee is paid" },
            { value: "yes", label: "Yes, a funded place" },
          ]}
        />
        <OverrideField endorsement={endorsement} />
      </ActionForm>
    </div>
  );
}
