import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { PagesNav, pageAddress } from "@/components/ui/pages-nav";
import { TakeOut } from "@/components/ui/take-out";
import { StaffWebinarTable } from "@/components/webinars/staff-table";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { pageQuestion } from "@/lib/webinars/schema";
import { webinarsForStaff } from "@/lib/webinars/staff-queries";

export const metadata: Metadata = { title: "Webinars" };

const PATH = "/staff/webinars";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function StaffWebinarsPage({ searchParams }: Props) {
  const actor = await requireStaff(PATH);
  const lists = await webinarsForStaff(actor, pageQuestion.parse(await searchParams), now());
  if (!lists) {
    return (
      <>
        <PageHeading title="Webinars" />
        <p>
          Cohort managers and administrators hold information webinars. What the public sees is under{" "}
          <a href="/webinars">webinars</a>.
        </p>
      </>
    );
  }
  const { coming, past, page, pages } = lists;
  return (
    <>
      <PageHeading
        title="Webinars"
        caption={
          <>
            For people who think about applying. <a href="/webinars">What the public sees</a>
          </>
        }
      />
      <p className="no-print mb-8">
        <ButtonLink href={`${PATH}/new`}>New webinar</ButtonLink>
      </p>
      <h2 className="mb-3">Coming</h2>
      {coming.length > 0 ? <StaffWebinarTable rows={coming} label="Coming" /> : <p>None is planned.</p>}
      {past.length > 0 ? (
        <>
          <h2 className="mt-10 mb-3">Past</h2>
          <StaffWebinarTable rows={past} label="Past" />
          <PagesNav page={page} pages={pages} address={(number) => pageAddress(PATH, {}, number)} />
        </>
      ) : null}
      {coming.length + past.length > 0 ? <TakeOut list="webinars" what="all webinars" /> : null}
    </>
  );
}
