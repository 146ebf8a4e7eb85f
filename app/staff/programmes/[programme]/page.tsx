import { DraftState } from "@/components/programmes/editor-head";
import { type Part, PartList } from "@/components/programmes/part-list";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { hoursAndMinutes } from "@/lib/dates";
import { feeInWords, prospectusOf } from "@/lib/programmes/schema";
import { findProgramme } from "./find";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props) {
  const { programme } = await findProgramme((await params).programme);
  return { title: `${programme.content.title} (${programme.content.shortName})` };
}

export default async function EditProgrammePage({ params, searchParams }: Props) {
  const { programme, home } = await findProgramme((await params).programme);
  const { done } = await searchParams;
  const { slug, id, content, changes, draft, mayEditFacts, latestNumber } = programme;
  const changed = (part: string) => changes.some((change) => change.part === part);
  const part = (kind: "section" | "area", key: string, name: string): Part => ({
    href: `${home}/${kind}s/${key}`,
    name,
    changed: changed(`${kind} ${key}`),
  });
  const fact = (label: string, value: string, page = "facts") => ({
    label,
    value,
    ...(mayEditFacts ? { change: { href: `${home}/${page}` } } : {}),
  });
  return (
    <>
      <PageHeading
        title={content.title}
        caption={`${content.shortName} · version ${latestNumber} is public`}
        back={{ href: "/staff/programmes", label: "Programmes" }}
      />
      <DraftState {...{ slug, draft }} changes={changes.length} done={[done].flat()[0]} />
      <p className="my-5 flex flex-wrap gap-x-6 gap-y-1">
        <a href={`/programmes/${slug}`}>Public page</a>
        <a href={`${home}/versions`}>Versions</a>
        <a href={`${home}/template`}>Route-map template</a>
        <a href={`${home}/evaluations`}>End of module evaluations</a>
        <a href={`${home}/alternatives`}>Alternative activities on offer</a>
        <a href={`${home}/letters`}>Letters to participants</a>
      </p>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <section className="card">
          <h2 className="mb-3">Sections</h2>
          <PartList parts={content.sections.map(({ key, label }) => part("section", key, label))} />
          <p className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
            <a href={`${home}/sections/new`}>Add a section</a>
            <a href={`${home}/sections`}>Order, and what is taken out</a>
          </p>
        </section>
        <div className="grid content-start gap-8">
          <section className="card">
            <h2 className="mb-3">Facts</h2>
            <SummaryList
              rows={[
                fact("Fee", feeInWords(prospectusOf(id, content))),
                fact("Length", `${content.durationMonths} months`),
                fact("Learning time", hoursAndMinutes(content.learningMinutes), "hours"),
                fact("Residentials", content.residentialPlaces.join(" or ") || "None"),
                fact("Contact", `${content.contactEmail}, within ${content.contactReplyHours} hours`),
              ]}
            />
            {mayEditFacts ? null : <p className="mt-3 text-muted">An administrator changes these.</p>}
          </section>
          <section className="card">
            <h2 className="mb-3">Learning areas and voices</h2>
            <PartList
              parts={[
                ...content.areas.map(({ key, title }) => part("area", key, title)),
                { href: `${home}/voices`, name: "What leaders say", changed: changed("voices") },
              ]}
            />
            <p className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
              <a href={`${home}/areas/new`}>Add a learning area</a>
              <a href={`${home}/areas`}>Order, and what is taken out</a>
            </p>
          </section>
        </div>
      </div>
    </>
  );
}
