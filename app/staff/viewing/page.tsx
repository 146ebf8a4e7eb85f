import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { managedCohorts } from "@/lib/auth/actor";
import { requireStaff } from "@/lib/auth/session";
import { timeInLondon } from "@/lib/dates";

export const metadata: Metadata = { title: "Looking at somebody’s pages" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where a look at somebody's pages ends, and what it leaves out. */
export default async function ViewingPage({ searchParams }: Props) {
  const actor = await requireStaff("/staff/viewing");
  if (managedCohorts(actor).length === 0) notFound();
  const query = await searchParams;
  const { viewing } = actor;
  return (
    <div className="max-w-prose">
      <PageHeading title="Looking at somebody’s pages" back={{ href: "/staff", label: "Today" }} />
      {query.ended && !viewing ? <Notice tone="done">You are back to your own pages.</Notice> : null}
      {query["left-out"] && viewing ? (
        <Notice tone="info" title="That page is private">
          Their coaching and mentor’s check-ins, what they write in learning audits and evaluations, and their
          calendar’s address are theirs, or between them and the coach, mentor or facilitator who works with
          them. They are left out.
        </Notice>
      ) : null}
      <p className="mt-5">
        {viewing
          ? `You are looking at ${viewing.seen.name}’s pages until ${timeInLondon(viewing.until)}.`
          : "To see a participant’s pages as they see them, open the participant in their cohort and choose “See their pages”."}{" "}
        It lasts half an hour at most, nothing can be changed meanwhile, and the participant can read in their
        account who looked, when and why.
      </p>
      {viewing ? (
        <p className="mt-4">
          <a href="/dashboard">Go to their overview</a>
        </p>
      ) : null}
    </div>
  );
}
