import type { Metadata } from "next";
import { HowItGoes } from "@/components/prospectus/how-it-goes";
import { ProgrammeCard } from "@/components/prospectus/programme-card";
import { ButtonLink } from "@/components/ui/button";
import { now } from "@/lib/clock";
import { cohortSituation } from "@/lib/cohorts/queries";
import { publishedProgrammes } from "@/lib/programmes/queries";
import { shareable } from "./shareable";

export const metadata: Metadata = shareable({
  title: "National professional qualifications",
  description:
    "National professional qualifications for school leaders at the UCL Centre for Educational Leadership: what each asks of you, when it starts, what it costs, and how to apply.",
  path: "/",
});

export default async function HomePage() {
  const at = now();
  const programmes = await publishedProgrammes(at);
  const listed = await Promise.all(
    programmes.map(async (programme) => ({ programme, situation: await cohortSituation(programme.id, at) })),
  );
  const open = listed.find(({ situation }) => situation.state === "open");
  return (
    <>
      <div className="hero panel">
        <div className="wrap">
          <h1 className="max-w-[18ch]">Qualifications for people who lead schools</h1>
          <p className="hero-lead">
            The UCL Centre for Educational Leadership runs national professional qualifications alongside the
            job. Read what each asks of you, apply here, and follow your own route map once you have a place.
          </p>
          <div className="hero-actions">
            {open ? (
              <ButtonLink href={`/programmes/${open.programme.slug}`}>
                See {open.programme.title}, open for {open.situation.cohort?.name}
              </ButtonLink>
            ) : (
              <ButtonLink href="#programmes">See the programmes</ButtonLink>
            )}
            <a href="/sign-in">Sign in to your programme</a>
          </div>
        </div>
      </div>
      <div className="wrap">
        <section id="programmes" className="mt-12" aria-labelledby="programmes-title">
          <h2 id="programmes-title" className="mb-5">
            Programmes
          </h2>
          <div className="grid gap-6">
            {listed.map((each) => (
              <ProgrammeCard key={each.programme.id} {...each} />
            ))}
          </div>
          {listed.length === 0 ? <p>No programme is published just now.</p> : null}
        </section>
        <HowItGoes />
      </div>
    </>
  );
}
