import { notFound } from "next/navigation";
import { PageTitle } from "@/components/engagement/page-title";
import { GroupCard, People } from "@/components/peer-groups/group-card";
import { Unmet } from "@/components/peer-groups/unmet";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { groupsOfCohort } from "@/lib/peer-groups/cohort-queries";
import { cohortTitle, findCohort } from "../find";
import { CohortTabs } from "../tabs";

/** Said once, after the step that led here. */
const DONE = new Map([
  ["adopted", "The groups are made. Everybody whose group is another has been told by e-mail."],
  ["made", "The group is added."],
  ["changed", "The group is changed."],
  ["removed", "The group is removed."],
  ["moved", "The move is made. The person and the facilitators have been told by e-mail."],
]);

type Props = {
  params: Promise<{ cohort: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function GroupsPage({ params, searchParams }: Props) {
  const { actor, cohort } = await findCohort((await params).cohort, "/groups");
  const { groups, without, unmet } = (await groupsOfCohort(actor, cohort.id)) ?? notFound();
  const said = DONE.get(String((await searchParams).done));
  const home = `/staff/cohorts/${cohort.id}`;
  const started = groups.some(({ members }) => members.length > 0);
  return (
    <>
      <PageTitle title={`Peer learning groups, ${cohortTitle(cohort)}`} />
      <PageHeading
        title="Peer learning groups"
        caption={`${cohortTitle(cohort)} · ${groups.length} ${groups.length === 1 ? "group" : "groups"}`}
        back={{ href: home, label: cohortTitle(cohort) }}
      />
      <CohortTabs actor={actor} cohortId={cohort.id} current="groups" />
      {said ? (
        <div className="mb-6 max-w-prose">
          <Notice tone="done">{said}</Notice>
        </div>
      ) : null}
      <p className="mb-6 flex flex-wrap gap-3">
        <ButtonLink
          href={`${home}/groups/plan${started && without.length > 0 ? "?who=new" : ""}`}
          variant={started && without.length === 0 ? "secondary" : "primary"}
          small
        >
          {started && without.length > 0
            ? `Place those in no group (${without.length})`
            : "Make balanced groups"}
        </ButtonLink>
        <ButtonLink href={`${home}/groups/new`} variant="secondary" small>
          Add a group
        </ButtonLink>
      </p>
      {started ? <Unmet title="What these groups leave unsatisfied" tone="soon" sentences={unmet} /> : null}
      {groups.length === 0 ? <p className="mb-6">This cohort has no groups yet.</p> : null}
      <div className="group-cards">
        {without.length > 0 ? (
          <section className="card" aria-labelledby="in-none">
            <h2 id="in-none">In no group</h2>
            <p className="mb-2">
              {without.length} {without.length === 1 ? "person" : "people"}
            </p>
            <People people={without} home={home} />
          </section>
        ) : null}
        {groups.map((group) => (
          <GroupCard key={group.id} group={group} home={home} />
        ))}
      </div>
      {groups.length > 0 ? <TakeOut list="groups" query={{ cohort: cohort.id }} what="these groups" /> : null}
    </>
  );
}
