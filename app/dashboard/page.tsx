import type { Metadata } from "next";
import { NoPlaceYet } from "@/components/dashboard/standing";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/lib/auth/session";
import { findOverview, type Search } from "./find";
import { Frame } from "./frame";
import { Overview } from "./overview";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireViewer("/dashboard");
  const overview = await findOverview(actor, searchParams);
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
