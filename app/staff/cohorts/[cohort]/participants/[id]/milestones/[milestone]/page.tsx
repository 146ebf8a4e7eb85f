import { notFound } from "next/navigation";
import { RecordList } from "@/components/dashboard/record-list";
import { ReasonField, RecordFields } from "@/components/engagement/entry-fields";
import { PageTitle } from "@/components/engagement/page-title";
import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { now } from "@/lib/clock";
import { dayInLondon } from "@/lib/dates";
import { STATE_WORDS } from "@/lib/engagement/schema";
import { fullTitle } from "@/lib/route-map/schema";
import { enter, excuseFrom } from "../../actions";
import { findParticipant, type Params } from "../../find";

type Props = { params: Promise<Params & { milestone: string }> };

/** One milestone of one participant: what is recorded, and what staff can do about it. */
export default async function ParticipantMilestonePage({ params }: Props) {
  const { milestone: milestoneId, ...address } = await params;
  const where = `/milestones/${encodeURIComponent(milestoneId)}`;
  const { cohort, person, home, whom } = await findParticipant(address, where);
  const milestone = person.milestones.find(({ id }) => id === milestoneId) ?? notFound();
  const records = person.records.filter((record) => record.milestoneId === milestoneId);
  const { tally } = milestone;
  const most = milestone.minutes ?? 0;
  const enterable = person.state === "active" && most > 0;
  const title = `${person.fullName}: ${fullTitle(milestone)}`;
  const bound = { ...whom, milestoneId };
  return (
    <>
      {enterable ? null : <PageTitle title={title} />}
      <PageHeading
        title={title}
        caption={`${STATE_WORDS[milestone.state]}${tally.required ? "" : ", excused"}`}
        back={{ href: home, label: person.fullName }}
      />
      <div className="milestone-columns">
        <div>
          {enterable ? (
            <section className="card mb-6">
              <h2>Record it, or put it right</h2>
              <p className="mb-4">A new record takes the place of the old one; both stay to be seen.</p>
              <ActionForm
                action={enter.bind(null, bound)}
                title={title}
                submitLabel="Save the record"
                idPrefix="enter-"
                hidden={{ formKey: crypto.randomUUID() }}
              >
                <RecordFields
                  records={records}
                  most={most}
                  startsOn={cohort.startsOn}
                  day={dayInLondon(now())}
                />
                <ReasonField hint="It is kept with the record, and the participant reads it." />
              </ActionForm>
            </section>
          ) : null}
          {tally.completed ? null : (
            <section className="card">
              <h2>{tally.required ? "Excuse them from it" : "Require it again"}</h2>
              <p className="mb-4">
                What somebody is excused from counts neither for nor against their engagement.
              </p>
              <ActionForm
                action={excuseFrom.bind(null, bound)}
                submitLabel={tally.required ? "Excuse and tell them" : "Require it again and tell them"}
                submitVariant="secondary"
                idPrefix="excuse-"
                hidden={{ granted: tally.required ? "yes" : "no" }}
              >
                <ReasonField hint="They are told by e-mail, and read it on their page, with your name." />
              </ActionForm>
            </section>
          )}
        </div>
        <RecordList records={records} />
      </div>
    </>
  );
}
