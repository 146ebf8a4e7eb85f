import { PageTitle } from "@/components/engagement/page-title";
import { ActionForm } from "@/components/forms/action-form";
import { RadioGroup, TextField } from "@/components/forms/fields";
import { JoiningDetails } from "@/components/peer-groups/session-facts";
import { REASON_MAX } from "@/lib/peer-groups/schema";
import type { OtherSession, SessionPage } from "@/lib/peer-groups/views";
import { canCome, cannotCome, endVisit, visit } from "../../actions";

/** Whether one comes: to say that one cannot, to go with another group instead, to come after all. */
export function Coming({ session }: { session: SessionPage }) {
  const { id, ahead, sorry, others, title } = session;
  const mine = others.find((other) => other.mine);
  if (!sorry) return ahead ? <SaySorry id={id} title={title} /> : <PageTitle title={title} />;
  const offered = others.filter((other) => !other.mine);
  return (
    <>
      {mine ? <Place id={id} mine={mine} /> : null}
      {offered.length > 0 ? (
        <Offer id={id} title={title} offered={offered} instead={mine !== undefined} />
      ) : (
        <PageTitle title={title} />
      )}
      {others.length === 0 ? (
        <p className="mt-6">
          No other group has this session ahead with room for a guest just now. Look again later: places come
          back until the sessions begin.
        </p>
      ) : null}
      {ahead ? (
        <section className="mt-9">
          <h2 className="mb-2">If you can come after all</h2>
          <ActionForm
            action={canCome.bind(null, id)}
            submitLabel="I can come after all"
            submitVariant="secondary"
            idPrefix="come-"
          />
        </section>
      ) : null}
    </>
  );
}

function SaySorry({ id, title }: { id: string; title: string }) {
  return (
    <section className="mt-9">
      <h2 className="mb-2">If you cannot come</h2>
      <p className="mb-4 max-w-prose">
        Say so here, and your facilitator knows. You are then shown the same session with other groups that
        have room. You can change your mind until it begins.
      </p>
      <ActionForm
        action={cannotCome.bind(null, id)}
        title={title}
        submitLabel="I cannot come"
        submitVariant="secondary"
      >
        <TextField
          name="note"
          label="A message to the facilitator"
          hint="They and the staff who run your cohort read it. You need not give a reason."
          optional
          maxLength={REASON_MAX}
        />
      </ActionForm>
    </section>
  );
}

function Place({ id, mine }: { id: string; mine: OtherSession }) {
  return (
    <section className="card mt-6">
      <h2>You join {mine.groupName} instead</h2>
      <p>
        {mine.when}. {mine.place}.{mine.facilitatorName ? ` With ${mine.facilitatorName}.` : ""}
      </p>
      {mine.joining ? <JoiningDetails joining={mine.joining} /> : null}
      {mine.joining ? (
        <ActionForm
          action={endVisit.bind(null, id)}
          submitLabel="Give this place up"
          submitVariant="secondary"
          idPrefix="end-"
        />
      ) : null}
    </section>
  );
}

type OfferProps = { id: string; title: string; offered: OtherSession[]; instead: boolean };

function Offer({ id, title, offered, instead }: OfferProps) {
  return (
    <section className="mt-6">
      <ActionForm
        action={visit.bind(null, id)}
        title={title}
        submitLabel={instead ? "Change to this session" : "Take this place"}
        idPrefix="visit-"
      >
        <RadioGroup
          name="sessionId"
          legend={instead ? "Change to another group’s session" : "The same session with another group"}
          options={offered.map((other) => ({
            value: other.id,
            label: `${other.groupName}: ${other.when}`,
            hint: `${other.place} · ${other.placesLeft === 1 ? "1 place" : `${other.placesLeft} places`} left`,
          }))}
        />
      </ActionForm>
    </section>
  );
}
