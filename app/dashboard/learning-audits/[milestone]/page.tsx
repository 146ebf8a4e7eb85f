import { notFound } from "next/navigation";

import { PageTitle } from "@/components/engagement/page-title";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { dateTimeInLondon, dayInLondon, shortDate } from "@/lib/dates";
import { notRecording } from "@/lib/enrolments/states";
import { auditPage } from "@/lib/learning-audits/queries";
import { fullTitle } from "@/lib/route-map/schema";
import { Frame } from "../../frame";
import { AuditForm } from "./audit-form";
import { SentAuditParts } from "./sent-audit";

type Props = {
  params: Promise<{ milestone: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function LearningAuditPage({ params, searchParams }: Props) {
  const { milestone: id } = await params;
  const actor = await requireViewer(`/dashboard/learning-audits/${encodeURIComponent(id)}`);
  const page = (await auditPage(actor, id)) ?? notFound();
  const { milestone, audit, enrolmentState } = page;
  const { done } = await searchParams;
  const title = fullTitle(milestone);
  const sent = audit?.submittedAt ?? null;
  const opensLater = milestone.opensOn !== null && milestone.opensOn > dayInLondon(now());
  const closed = notRecording(enrolmentState);
  const open = !closed && !opensLater;
  const due = milestone.closesOn ? `Due by ${shortDate(milestone.closesOn)}` : "No date";
  const caption = sent ? `Sent in on ${dateTimeInLondon(sent)}` : due;
  return (
    <Frame actor={actor} current="/dashboard/learning-audits">
      <PageHeading
        title={title}
        caption={caption}
        back={{ href: `/dashboard/learning-audits?cohort=${page.cohortId}`, label: "Your learning audits" }}
      />
      {done === "saved" && audit && !sent ? (
        <div className="mb-6">
          <Notice tone="done" title="Saved">
            Come back when it suits you. Nobody else sees it until you send it in.
          </Notice>
        </div>
      ) : null}
      {sent || !open ? <PageTitle title={title} /> : null}
      {audit && sent ? <SentAuditParts page={page} audit={audit} justNow={done === "sent"} /> : null}
      {!sent && open ? <AuditForm page={page} title={title} /> : null}
      {!sent && !open ? (
        <p className="max-w-prose">
          {closed ? `This was not sent in. ${closed}` : null}
          {!closed && milestone.opensOn
            ? `You can fill this in from ${shortDate(milestone.opensOn)} on.`
            : null}
        </p>
      ) : null}
    </Frame>
  );
}
