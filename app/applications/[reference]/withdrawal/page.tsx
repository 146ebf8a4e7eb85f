import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { canMove } from "@/lib/applications/states";
import { withdraw } from "../../actions";
import { findOwn } from "../../find";

export default async function WithdrawPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { state, programme, cohort } = await findOwn(reference, "/withdrawal");
  const home = `/applications/${reference}`;
  if (!canMove("withdraw", state)) redirect(home);
  return (
    <div className="max-w-prose">
      <PageHeading title="Withdraw your application" back={{ href: home, label: "Your application" }} />
      <p className="mb-5">
        Your application for {programme.title}, {cohort.name} ends here
        {state === "offered" ? ", and the offer with it" : ""}. You can apply again while applications are
        open.
      </p>
      <ActionForm
        action={withdraw.bind(null, reference)}
        title="Withdraw your application"
        submitLabel="Withdraw it"
        submitVariant="warning"
        aside={<a href={home}>Keep it</a>}
      />
    </div>
  );
}
