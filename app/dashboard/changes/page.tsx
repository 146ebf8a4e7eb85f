import type { Metadata } from "next";
import { ChangeLines } from "@/components/dashboard/changes-list";
import { NoPlaceYet } from "@/components/dashboard/standing";
import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { now } from "@/lib/clock";
import { changesPage } from "@/lib/engagement/changes";
import { findOverview, type Search } from "../find";
import { Frame } from "../frame";
import { markSeen } from "./actions";

export const metadata: Metadata = { title: "What changed" };

export default async function ChangesPage({ searchParams }: { searchParams: Search }) {
  const { actor, overview } = await findOverview("/dashboard/changes", searchParams);
  const asked = Number((await searchParams).page);
  const page = Number.isInteger(asked) && asked > 0 && asked <= 1_000 ? asked : 1;
  if (!overview) {
    return (
      <Frame actor={actor} current="/dashboard">
        <PageHeading title="What changed" />
        <NoPlaceYet />
      </Frame>
    );
  }
  const { id, cohort } = overview.enrolment;
  const { changes, more } = await changesPage(actor, id, page);
  const address = (number: number) => `/dashboard/changes?cohort=${cohort.id}&page=${number}`;
  return (
    <Frame actor={actor} current="/dashboard">
      <PageHeading
        title="What changed"
        caption="What others did that concerns you, the latest first. What you did yourself is with each item."
        back={{ href: `/dashboard?cohort=${cohort.id}`, label: "Overview" }}
      />
      <section className="card max-w-[60rem]">
        {changes.length > 0 ? (
          <ChangeLines changes={changes} />
        ) : (
          <p>Nothing{page > 1 ? " more" : " yet"}.</p>
        )}
        {changes.some((change) => change.new) ? (
          <ActionForm
            action={markSeen.bind(null, { enrolmentId: id, cohortId: cohort.id })}
            submitLabel="Mark all as seen"
            submitVariant="secondary"
            hidden={{ until: now().toISOString() }}
          />
        ) : null}
      </section>
      <nav className="no-print mt-5 flex gap-x-6" aria-label="Pages">
        {page > 1 ? <a href={address(page - 1)}>Newer</a> : null}
        {more ? <a href={address(page + 1)}>Older</a> : null}
      </nav>
    </Frame>
  );
}
