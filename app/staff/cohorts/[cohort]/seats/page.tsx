import { FreedPlaces, StandingOffers, WaitingLine } from "@/components/applications/seat-lists";
import { SeatPicture } from "@/components/applications/seat-picture";
import { PageTitle } from "@/components/engagement/page-title";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { seatBoard } from "@/lib/applications/seats";
import { now } from "@/lib/clock";
import { cohortTitle, findCohort } from "../find";
import { CohortTabs } from "../tabs";

type Props = { params: Promise<{ cohort: string }>; searchParams: Promise<{ done?: string | string[] }> };

export default async function SeatsPage({ params, searchParams }: Props) {
  const { actor, cohort } = await findCohort((await params).cohort, "/seats");
  const board = await seatBoard(actor, cohort.id, now());
  const { done } = await searchParams;
  if (!board) return null;
  const home = `/staff/cohorts/${cohort.id}`;
  const free = board.capacity - board.accepted - board.offers.length;
  const [first] = board.waiting;
  return (
    <>
      <PageTitle title={`Places, ${cohortTitle(cohort)}`} />
      <PageHeading
        title="Places"
        caption={cohortTitle(cohort)}
        back={{ href: home, label: cohortTitle(cohort) }}
      />
      <CohortTabs actor={actor} cohortId={cohort.id} current="seats" />
      {done === undefined ? null : (
        <div className="mb-5">
          <Notice tone="done">The waiting list is in its new order.</Notice>
        </div>
      )}
      {free > 0 && first ? (
        <div className="mb-5">
          <Notice tone="soon" title={free === 1 ? "One place is free" : `${free} places are free`}>
            <p>
              Next on the waiting list: <b>{first.fullName}</b>, {first.workplace}.{" "}
              {first.decidable ? (
                <a href={`/staff/applications/${first.applicationId}/offer`}>Offer a place</a>
              ) : (
                "It is your own application: somebody else decides it."
              )}
            </p>
          </Notice>
        </div>
      ) : null}
      <SeatPicture board={board} queue={`/staff/applications?cohort=${cohort.id}&state=`} />
      <div className="mt-8 grid items-start gap-8 lg:grid-cols-2">
        <StandingOffers offers={board.offers} />
        <WaitingLine waiting={board.waiting} orderHref={`${home}/seats/order`} />
        <FreedPlaces freed={board.freed} />
      </div>
      {board.offers.length + board.waiting.length + board.freed.length > 0 ? (
        <TakeOut list="seats" query={{ cohort: cohort.id }} what="these three lists" />
      ) : null}
    </>
  );
}
