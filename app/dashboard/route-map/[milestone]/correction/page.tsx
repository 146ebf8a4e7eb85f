import { CorrectionList } from "@/components/corrections/correction-list";
import { RecordList } from "@/components/dashboard/record-list";
import { PageTitle } from "@/components/engagement/page-title";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/text-area";
import { PageHeading } from "@/components/ui/page-heading";
import { myCorrections } from "@/lib/corrections/queries";
import { SAID_MAX } from "@/lib/corrections/schema";
import { Frame } from "../../../frame";
import { ask } from "../actions";
import { findItem } from "../find";

const TITLE = "Ask for a correction";

export default async function AskForCorrectionPage({ params }: { params: Promise<{ milestone: string }> }) {
  const { actor, detail, home, title } = await findItem((await params).milestone, "/correction");
  const corrections = await myCorrections(actor, detail.milestone.id);
  const open = corrections.some(({ answered }) => answered === null);
  return (
    <Frame actor={actor} current="/dashboard/route-map">
      <PageHeading title={TITLE} caption={title} back={{ href: home, label: title }} />
      <div className="milestone-columns">
        <div>
          {open ? (
            <>
              <PageTitle title={TITLE} />
              <CorrectionList home={home} corrections={corrections} />
            </>
          ) : (
            <ActionForm
              action={ask.bind(null, detail.milestone.id)}
              title={TITLE}
              submitLabel="Send"
              hidden={{ formKey: crypto.randomUUID() }}
              aside={<a href={home}>Not now</a>}
            >
              <p className="mb-5">
                Say what is recorded wrongly, or what is missing. Those who run your cohort, and the
                facilitator of the session it is about, read it and answer. You are told by e-mail, and the
                answer is kept here.
              </p>
              <TextArea
                name="said"
                label="What is wrong, and what would be right?"
                hint="For example: I was at the session on 25 June, from the start to the end, and am marked as absent."
                rows={6}
                maxLength={SAID_MAX}
              />
            </ActionForm>
          )}
        </div>
        <RecordList records={detail.records} milestoneId={detail.milestone.id} />
      </div>
    </Frame>
  );
}
