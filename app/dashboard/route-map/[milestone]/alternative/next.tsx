import { AlternativeFacts } from "@/components/alternatives/alternative-facts";
import { PageTitle } from "@/components/engagement/page-title";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/fields";
import { TextArea } from "@/components/forms/text-area";
import { ACCOUNT_MAX, type MyAlternative } from "@/lib/alternatives/schema";
import { allows } from "@/lib/alternatives/states";
import { submitAccount, withdraw } from "../actions";

/** The alternative that is on its way, and what its participant can do with it now. */
export function Next({
  milestoneId,
  title,
  live,
  to,
}: {
  milestoneId: string;
  title: string;
  live: MyAlternative;
  /** The last day that can be given. */
  to: string;
}) {
  const { id, state, did, learned, doneOn } = live;
  const handing = allows("hand_in", state);
  return (
    <>
      <AlternativeFacts alternative={live} withAccount={!handing} />
      {handing ? (
        <section className="mt-8">
          <h2 className="mb-2">Hand it in</h2>
          <ActionForm
            action={submitAccount.bind(null, milestoneId, id)}
            title={title}
            submitLabel="Hand it in"
          >
            <TextArea
              name="did"
              label="What did you do?"
              rows={5}
              maxLength={ACCOUNT_MAX}
              defaultValue={did ?? ""}
            />
            <TextArea
              name="learned"
              label="What do you take from it?"
              hint="For your own leadership, and for your school or trust."
              rows={5}
              maxLength={ACCOUNT_MAX}
              defaultValue={learned ?? ""}
            />
            <DateField
              name="doneOn"
              label="On which day did you do it, or finish it?"
              max={to}
              defaultValue={doneOn ?? to}
            />
          </ActionForm>
        </section>
      ) : (
        <PageTitle title={title} />
      )}
      {allows("withdraw", state) ? (
        <section className="mt-10">
          <h2 className="mb-2">Something else instead</h2>
          <p>Withdraw this, and you can make another proposal.</p>
          <ActionForm
            action={withdraw.bind(null, milestoneId, id)}
            submitLabel="Withdraw it"
            submitVariant="warning"
            idPrefix="withdraw-"
          />
        </section>
      ) : null}
    </>
  );
}
