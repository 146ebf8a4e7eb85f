import { notFound } from "next/navigation";
import { AlternativeFacts } from "@/components/alternatives/alternative-facts";
import { VerdictFields } from "@/components/alternatives/verdict-fields";
import { PageTitle } from "@/components/engagement/page-title";
import { ActionForm } from "@/components/forms/action-form";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { alternativeForStaff } from "@/lib/alternatives/staff-queries";
import { allows } from "@/lib/alternatives/states";
import { requireStaff } from "@/lib/auth/session";
import { hoursAndMinutes } from "@/lib/dates";
import { fullTitle } from "@/lib/route-map/schema";
import { judge } from "../actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> };

export default async function AlternativePage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await requireStaff(`/staff/alternatives/${encodeURIComponent(id)}`);
  const found = (await alternativeForStaff(actor, id)) ?? notFound();
  const { fullName, cohortName, milestoneMinutes, recordedMinutes, state } = found;
  const { done } = await searchParams;
  const instead = fullTitle({ title: found.milestoneTitle, module: found.module });
  const title = `${fullName}: in place of ${instead}`;
  const proposed = allows("agree", state);
  const waits = proposed || allows("credit", state);
  return (
    <>
      <PageHeading
        title={title}
        caption={`${cohortName} · ${hoursAndMinutes(recordedMinutes)} of ${hoursAndMinutes(milestoneMinutes)} recorded`}
        back={{ href: "/staff/alternatives", label: "Alternative activities" }}
      />
      {done ? (
        <div className="mb-6">
          <Notice tone="done">Saved. {fullName} is told by e-mail.</Notice>
        </div>
      ) : null}
      <div className="milestone-columns">
        <AlternativeFacts alternative={found} />
        {waits ? (
          <section className="card">
            <h2>{proposed ? "Is it agreed?" : "Is it credited?"}</h2>
            <ActionForm action={judge.bind(null, id)} title={title} submitLabel="Save and tell them">
              <VerdictFields proposed={proposed} minutes={found.minutes} most={milestoneMinutes} />
            </ActionForm>
          </section>
        ) : (
          <section className="card">
            <PageTitle title={title} />
            <h2>Nothing to decide</h2>
            <p>
              {state === "agreed" || state === "sent_back"
                ? `${fullName} does it now, and hands in an account of it.`
                : "This has ended."}
            </p>
          </section>
        )}
      </div>
    </>
  );
}
