import type { Metadata } from "next";
import { sentenceFor } from "@/app/sentence-for";
import { InvitationList } from "@/components/people/invitation-list";
import { PeopleFilter } from "@/components/people/people-filter";
import { PeopleTable } from "@/components/people/people-table";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { PagesNav, pageAddress } from "@/components/ui/pages-nav";
import { TakeOut } from "@/components/ui/take-out";
import { now } from "@/lib/clock";
import { listPeople, waitingInvitations } from "@/lib/people/queries";
import { peopleFilters } from "@/lib/people/schema";
import { takeBackInvitation } from "./actions";
import { requirePeoplePages } from "./find";

export const metadata: Metadata = { title: "People and roles" };

const DONE: Record<string, string> = {
  invited: "The invitation is on its way.",
  withdrawn: "The invitation is withdrawn: it no longer gives anybody a role.",
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PeoplePage({ searchParams }: Props) {
  const actor = await requirePeoplePages("/staff/people");
  const query = await searchParams;
  const filters = peopleFilters.parse(query);
  const [{ rows, total, pages }, invitations] = await Promise.all([
    listPeople(actor, filters),
    waitingInvitations(actor, now()),
  ]);
  const said = sentenceFor(DONE, query.done);
  return (
    <>
      <PageHeading title="People and roles" caption="Who may do what here, since when and by whose word" />
      {said ? (
        <div className="mb-5">
          <Notice tone="done">{said}</Notice>
        </div>
      ) : null}
      <p className="no-print mb-6">
        <ButtonLink href="/staff/people/new">Invite somebody</ButtonLink>
      </p>
      <InvitationList
        invitations={invitations.map((each) => ({
          ...each,
          withdraw: takeBackInvitation.bind(null, each.id),
        }))}
      />
      <PeopleFilter filters={filters} />
      <p className="mb-3 text-muted">
        {total === 1 ? "One person" : `${total.toLocaleString("en-GB")} people`}
      </p>
      {rows.length > 0 ? <PeopleTable rows={rows} /> : <p>Nobody fits. Try “everyone”, or fewer letters.</p>}
      {rows.length > 0 ? <TakeOut list="people" query={filters} /> : null}
      <PagesNav
        page={filters.page}
        pages={pages}
        address={(page) => pageAddress("/staff/people", { q: filters.q, role: filters.role }, page)}
      />
    </>
  );
}
