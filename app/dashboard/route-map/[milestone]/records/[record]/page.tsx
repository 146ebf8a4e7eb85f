import { notFound } from "next/navigation";
import { StudyFields } from "@/components/dashboard/study-fields";
import { PageTitle } from "@/components/engagement/page-title";
import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { hoursAndMinutes, shortDate } from "@/lib/dates";
import { milestoneDetail } from "@/lib/engagement/queries";
import { fullTitle } from "@/lib/route-map/schema";
import { Frame } from "../../../../frame";
import { submitCorrection, takeBack } from "../../../actions";

type Props = { params: Promise<{ milestone: string; record: string }> };

export default async function CorrectRecordPage({ params }: Props) {
  const { milestone: id, record: recordId } = await params;
  const home = `/dashboard/route-map/${encodeURIComponent(id)}`;
  const actor = await requireViewer(home);
  const detail = (await milestoneDetail(actor, id, now())) ?? notFound();
  const record = detail.records.find((each) => each.id === recordId && each.correctable) ?? notFound();
  const { minutes, happenedOn, note, completes } = record;
  const title = completes ? "Take back that this is done" : "Correct study time";
  const said = `${hoursAndMinutes(minutes)} on ${shortDate(happenedOn)}`;
  return (
    <Frame actor={actor} current="/dashboard/route-map">
      <PageHeading
        title={title}
        caption={`${fullTitle(detail.milestone)}: ${said}`}
        back={{ href: home, label: fullTitle(detail.milestone) }}
      />
      <div className="max-w-prose">
        {completes ? null : (
          <ActionForm
            action={submitCorrection.bind(null, id, recordId)}
            title={title}
            submitLabel="Save the correction"
            hidden={{ formKey: crypto.randomUUID() }}
          >
            <p className="mb-5">
              The correction takes the place of what you logged. Both stay visible, with who recorded them.
            </p>
            <StudyFields
              from={detail.studyFrom}
              to={detail.studyTo}
              day={happenedOn}
              minutes={minutes}
              note={note}
            />
          </ActionForm>
        )}
        <section className={completes ? "" : "mt-12"}>
          {completes ? <PageTitle title={title} /> : null}
          {completes ? null : <h2 className="mb-2">Or take it back</h2>}
          <p>
            Taken back, it no longer counts towards your engagement. The record stays visible as taken back.
          </p>
          <ActionForm
            action={takeBack.bind(null, id, recordId)}
            submitLabel="Take it back"
            submitVariant="warning"
            hidden={{ formKey: crypto.randomUUID() }}
            idPrefix="back-"
          />
        </section>
      </div>
    </Frame>
  );
}
