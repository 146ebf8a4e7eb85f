import { PageTitle } from "@/components/engagement/page-title";
import { longDate, shortDate } from "@/lib/dates";
import type { MyReport } from "@/lib/mentoring/schema";

/** An impact report as the participant sees it: whether it is in. */
export function Report({ report, title }: { report: MyReport; title: string }) {
  return (
    <>
      <PageTitle title={title} />
      <p className="mb-4">{words(report)}</p>
      <p>
        It says how your taking part helps your school or trust, and is read by the staff who run the
        programme. You do not see what is in it.
      </p>
    </>
  );
}

function words({ item, mentorName, sentBy }: MyReport): string {
  const { standing, doneOn, opensOn, askedOn, closesOn } = item;
  if (standing === "done")
    return `${sentBy ? `${sentBy} has sent this report in` : "This report is in"}${doneOn ? `, on ${longDate(doneOn)}` : ""}.`;
  if (standing === "not_required") return "No report is needed for you here.";
  if (!mentorName)
    return "Your mentor writes this report, and none is named. Name your mentor, so that we can ask them.";
  if (standing === "upcoming")
    return `We ask ${mentorName} for this report${opensOn ? ` from ${shortDate(opensOn)} on` : ""}.`;
  const asked = askedOn
    ? `We asked ${mentorName} for it on ${longDate(askedOn)}`
    : `We ask ${mentorName} for it on the next working day`;
  return closesOn ? `${asked}. It is due by ${longDate(closesOn)}.` : `${asked}.`;
}
