import { randomUUID } from "node:crypto";
import { NoticeForm } from "@/components/funding/notice-form";
import { MarkdownHelp } from "@/components/programmes/markdown-help";
import { PageHeading } from "@/components/ui/page-heading";
import { NOTICE_MAX } from "@/lib/funding/schema";
import { waitingCounts } from "@/lib/interest/queries";
import { submitNotice } from "../../../actions";
import { findFunding } from "../../../find";

const TITLE = "Write a scholarship notice";

export default async function NewNoticePage({ params }: { params: Promise<{ programme: string }> }) {
  const { id, slug, shortName, home } = await findFunding((await params).programme, "/notices/new");
  const { scholarships } = await waitingCounts(id);
  return (
    <div className="max-w-prose">
      <PageHeading
        title={TITLE}
        caption="What is known, and from when the public reads it"
        back={{ href: home, label: `Funding: ${shortName}` }}
      />
      <NoticeForm
        action={submitNotice.bind(null, slug)}
        title={TITLE}
        formKey={randomUUID()}
        maxLength={NOTICE_MAX}
        waiting={scholarships}
      />
      <MarkdownHelp />
    </div>
  );
}
