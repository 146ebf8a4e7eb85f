import { notFound } from "next/navigation";
import { NudgeForm } from "@/components/engagement/nudge-form";
import { PageHeading } from "@/components/ui/page-heading";
import { nudgeTemplates } from "@/lib/engagement/nudges";
import { nudgeAddress } from "@/lib/engagement/schema-nudges";
import { cohortTitle, findCohort } from "../../find";
import { nudge } from "../actions";

type Props = {
  params: Promise<{ cohort: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NewNudgePage({ params, searchParams }: Props) {
  const { actor, cohort } = await findCohort((await params).cohort, "/nudges/new");
  const { p, template, reason } = nudgeAddress.parse(await searchParams);
  const templates = (await nudgeTemplates(actor, cohort.id)) ?? notFound();
  const chosen =
    templates.find(({ id }) => id === template) ??
    (reason && templates.find((each) => each.reason === reason)) ??
    templates[0];
  const home = `/staff/cohorts/${cohort.id}`;
  const people = p.map((id) => `p=${id}`).join("&");
  const title = p.length === 1 ? "Write to one participant" : `Write to ${p.length} participants`;
  return (
    <>
      <PageHeading
        title={p.length === 0 ? "Write to participants" : title}
        caption={cohortTitle(cohort)}
        back={{ href: `${home}/participants`, label: "Participants" }}
      />
      {p.length === 0 ? (
        <p>
          Nobody is ticked. <a href={`${home}/participants`}>Tick whom to write to</a> in the list first.
        </p>
      ) : (
        <>
          {templates.length > 0 ? (
            <nav className="cohort-tabs no-print" aria-label="Begin with">
              {templates.map(({ id, name }) => (
                <a
                  key={id}
                  href={`${home}/nudges/new?template=${id}&${people}`}
                  aria-current={id === chosen?.id ? "page" : undefined}
                >
                  {name}
                </a>
              ))}
            </nav>
          ) : null}
          <NudgeForm
            key={chosen?.id}
            action={nudge.bind(null, cohort.id)}
            title={title}
            home={`${home}/participants`}
            hidden={{ to: p.join(","), formKey: crypto.randomUUID() }}
            start={{ subject: chosen?.subject ?? "", body: chosen?.body ?? "" }}
          />
          <p className="mt-6 text-muted">
            What letters begin with is{" "}
            <a href={`/staff/programmes/${cohort.programme.slug}/letters`}>the programme’s to change</a>.
          </p>
        </>
      )}
    </>
  );
}
