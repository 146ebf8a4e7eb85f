import { AlternativeCard } from "@/components/alternatives/alternative-card";
import { CorrectionList } from "@/components/corrections/correction-list";
import { ExcusalNote } from "@/components/dashboard/excusal-note";
import { MilestoneFactsList } from "@/components/dashboard/milestone-facts";
import { RecordList } from "@/components/dashboard/record-list";
import { STATE_TONES } from "@/components/dashboard/soon-list";
import { Prose } from "@/components/prospectus/prose";
import { PageHeading } from "@/components/ui/page-heading";
import { Tag } from "@/components/ui/tag";
import { myAlternatives } from "@/lib/alternatives/queries";
import { now } from "@/lib/clock";
import { myCorrections } from "@/lib/corrections/queries";
import { STATE_WORDS } from "@/lib/engagement/schema";
import { renderMarkdown } from "@/lib/markdown";
import { Frame } from "../../frame";
import { Confirmation } from "./confirmation";
import { findItem } from "./find";
import { Recording } from "./recording";

type Props = {
  params: Promise<{ milestone: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MilestonePage({ params, searchParams }: Props) {
  const { actor, detail, home, title } = await findItem((await params).milestone);
  const { milestone, records, words, excusal } = detail;
  const [{ done }, corrections, alternatives] = await Promise.all([
    searchParams,
    myCorrections(actor, milestone.id),
    myAlternatives(actor, milestone.id, now()),
  ]);
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
          <ExcusalNote excusal={excusal} />
          <Recording detail={detail} title={title} />
          {alternatives ? <AlternativeCard home={home} alternatives={alternatives} /> : null}
          <RecordList milestoneId={milestone.id} records={records}>
            <CorrectionList home={home} corrections={corrections} />
          </RecordList>
        </div>
        <div>
          {words.description ? <Prose html={renderMarkdown(words.description)} className="mb-6" /> : null}
          <MilestoneFactsList milestone={milestone} words={words} />
        </div>
      </div>
    </Frame>
  );
}
