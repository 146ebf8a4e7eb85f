import type { Metadata } from "next";
import { ProgrammeCard } from "@/components/prospectus/programme-card";
import { PageHeading } from "@/components/ui/page-heading";
import { now } from "@/lib/clock";
import { cohortSituation } from "@/lib/cohorts/queries";
import { publishedProgrammes } from "@/lib/programmes/queries";
import { shareable } from "../shareable";

export const metadata: Metadata = shareable({
  title: "Programmes",
  description:
    "The programmes of the UCL Centre for Educational Leadership: length, hours, fee, and when the next cohort of each starts.",
  path: "/programmes",
});

export default async function ProgrammesPage() {
  const at = now();
  const listed = await Promise.all(
    (await publishedProgrammes(at)).map(async (programme) => ({
      programme,
      situation: await cohortSituation(programme.id, at),
    })),
  );
  return (
    <div className="wrap pb-14">
      <PageHeading title="Programmes" caption="Each has a prospectus and a route map, month by month" />
      <div className="grid gap-6">
        {listed.map((each) => (
          <ProgrammeCard key={each.programme.id} {...each} level="h2" />
        ))}
      </div>
      {listed.length === 0 ? <p>No programme is published just now.</p> : null}
    </div>
  );
}
