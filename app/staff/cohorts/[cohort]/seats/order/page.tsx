import { ActionForm } from "@/components/forms/action-form";
import { OrderFields } from "@/components/forms/order-fields";
import { PageHeading } from "@/components/ui/page-heading";
import { seatBoard } from "@/lib/applications/seats";
import { now } from "@/lib/clock";
import { shortDate } from "@/lib/dates";
import { cohortTitle, findCohort } from "../../find";
import { submitWaitingOrder } from "../actions";

const TITLE = "Put the waiting list in order";

export default async function WaitingOrderPage({ params }: { params: Promise<{ cohort: string }> }) {
  const { actor, cohort } = await findCohort((await params).cohort, "/seats/order");
  const board = await seatBoard(actor, cohort.id, now());
  const home = `/staff/cohorts/${cohort.id}/seats`;
  const heading = (
    <PageHeading title={TITLE} caption={cohortTitle(cohort)} back={{ href: home, label: "Places" }} />
  );
  if (!board || board.waiting.length === 0) {
    return (
      <>
        {heading}
        <p>Nobody is on the waiting list.</p>
      </>
    );
  }
  return (
    <div className="max-w-prose">
      {heading}
      <p>Write 1 beside who is to be first. The applicants do not see their place.</p>
      <ActionForm
        action={submitWaitingOrder.bind(null, cohort.id)}
        title={TITLE}
        submitLabel="Save this order"
        hidden={{ token: board.token }}
        aside={<a href={home}>Leave it as it is</a>}
      >
        <OrderFields
          parts={board.waiting.map(({ applicationId, fullName, workplace, since }) => ({
            key: applicationId,
            name: fullName,
            more: [workplace, since ? `waiting since ${shortDate(since)}` : ""].filter(Boolean).join(" · "),
          }))}
        />
      </ActionForm>
    </div>
  );
}
