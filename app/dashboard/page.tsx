import type { Metadata } from "next";
import { NoPlaceYet } from "@/components/dashboard/standing";
import { PageHeading } from "@/components/ui/page-heading";
import { findOverview, type Search } from "./find";
import { Frame } from "./frame";
import { Overview } from "./overview";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage({ searchParams }: { searchParams: Search }) {
  const { actor, overview } = await findOverview("/dashboard", searchParams);
  return (
    <Frame actor={actor} current="/dashboard">
      {overview ? (
        <Overview overview={overview} />
      ) : (
        <>
          <PageHeading title="Your programme" />
          <NoPlaceYet />
        </>
      )}
    </Frame>
  );
}
