import { notFound } from "next/navigation";
import { MilestoneFactsList } from "@/components/dashboard/milestone-facts";
import { RecordList } from "@/components/dashboard/record-list";
import { STATE_TONES } from "@/components/dashboard/soon-list";
import { Prose } from "@/components/prospectus/prose";
import { PageHeading } from "@/components/ui/page-heading";
import { Tag } from "@/components/ui/tag";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { milestoneDetail } from "@/lib/engagement/queries";
import { STATE_WORDS } from "@/lib/engagement/schema";
import { renderMarkdown } from "@/lib/markdown";
import { fullTitle } from "@/lib/route-map/schema";
import { Frame } from "../../frame";
import { Confirmation } from "./confirmation";
import { Recording } from "./recording";

type Props = {
  params: Promise<{ milestone: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MilestonePage({ params, searchParams }: Props) {
  const { milestone: id } = await params;
  const actor = await requireViewer(`/dashboard/route-map/${encodeURIComponent(id)}`);
  const detail = (await milestoneDetail(actor, id, now())) ?? notFound();
  const { milestone, records, words } = detail;
  const { done } = await searchParams;
  const title = fullTitle(milestone);
  return (
    <Frame actor={actor} current="/dashboard/route-map">
      <PageHeading
        title={title}
        caption={<Tag tone={STATE_TONES[milestone.state]}>{STATE_WORDS[milestone.state]}</Tag>}
        back={{ href: "/dashboard/route-map", label: "Your route map" }}
      />
      {typeof done === "string" ? <Confirmation actor={actor} done={done} detail={detail} /> : null}
      <div className="milestone-columns">
        <div>
          <Recording detail={detail} title={title} />
          <RecordList milestoneId={milestone.id} records={records} />
        </div>
        <div>
          {words.description ? <Prose html={renderMarkdown(words.description)} className="mb-6" /> : null}
          <MilestoneFactsList milestone={milestone} words={words} />
        </div>
      </div>
    </Frame>
  );
}
