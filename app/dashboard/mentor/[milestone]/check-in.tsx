import { PageTitle } from "@/components/engagement/page-title";
import { ActionForm } from "@/components/forms/action-form";
import { CheckInSummary, MentorAnswers } from "@/components/mentoring/check-in-text";
import { CheckInFields } from "@/components/mentoring/fields";
import { Notice } from "@/components/ui/notice";
import { longDate, shortDate } from "@/lib/dates";
import type { MyCheckIn } from "@/lib/mentoring/schema";
import { save, send } from "../actions";

type Props = { checkIn: MyCheckIn; title: string; done: string; change: boolean };

/** A check-in: written, read once more, sent; then what the mentor says. */
export function CheckIn({ checkIn, title, done, change }: Props) {
  const { item, active, state, text, whole, version, answers, mentorName } = checkIn;
  const written = state !== null && whole;
  const writes = active && !["done", "upcoming", "not_required"].includes(item.standing);
  const fields = writes && (!written || change || (state === "disputed" && done === ""));
  const sends = writes && written && state === "draft" && !fields;
  const hidden = { version: String(version) };
  return (
    <>
      {fields || sends ? null : <PageTitle title={title} />}
      {done === "saved" && !written ? (
        <div className="mb-5">
          <Notice tone="info" title="Your draft is saved">
            <p>It can be sent once you have said when you met, what you talked about and what is next.</p>
          </Notice>
        </div>
      ) : null}
      {done === "sent" && state === "sent" ? (
        <div className="mb-5">
          <Notice tone="done">We have written to {mentorName}. You are told when they have answered.</Notice>
        </div>
      ) : null}
      {writes && !mentorName ? (
        <div className="mb-5">
          <Notice tone="soon" title="No mentor is named">
            <p>
              You can write, and send it once you have{" "}
              <a href="/dashboard/mentor/change">named your mentor</a>.
            </p>
          </Notice>
        </div>
      ) : null}
      {answers[0] && state !== "confirmed" ? (
        <MentorAnswers heading="What your mentor says" answers={answers} />
      ) : null}
      <p className="mb-5">
        {words(checkIn)}
        {item.standing === "done" && state !== "confirmed" ? (
          <>
            {" "}
            <a href={`/dashboard/route-map/${item.milestoneId}`}>What is recorded for it</a>
          </>
        ) : null}
      </p>
      {fields ? (
        <ActionForm
          action={save.bind(null, item.milestoneId)}
          title={title}
          submitLabel="Save and go on"
          hidden={hidden}
        >
          <CheckInFields text={text} from={checkIn.from} today={checkIn.today} />
        </ActionForm>
      ) : written ? (
        <section className="card mb-6">
          <h2>What you wrote</h2>
          <CheckInSummary text={text} />
          {state === "sent" && writes ? (
            <p className="mt-4">
              <a href="?change=1">Correct it</a>
            </p>
          ) : null}
        </section>
      ) : null}
      {sends ? (
        <ActionForm
          action={send.bind(null, item.milestoneId)}
          title={title}
          submitLabel={mentorName ? `Send it to ${mentorName}` : "Send it to your mentor"}
          hidden={hidden}
          aside={<a href="?change=1">Change it</a>}
        />
      ) : null}
      {state === "confirmed" ? <MentorAnswers heading="What your mentor says" answers={answers} /> : null}
    </>
  );
}

function words({ item, state, mentorName, active, whole }: MyCheckIn): string {
  const { standing, opensOn, askedOn, doneOn, closesOn } = item;
  const mentor = mentorName ?? "your mentor";
  if (standing === "done") return `This is done${doneOn ? `, since ${longDate(doneOn)}` : ""}.`;
  if (standing === "not_required") return "You have been excused from this check-in.";
  if (!active) return "You are not active in this cohort, so nothing can be written now.";
  if (standing === "upcoming")
    return `You can write this${opensOn ? ` from ${shortDate(opensOn)} on` : " later"}, once you have met.`;
  if (state === "sent")
    return `It waits for ${mentor}${askedOn ? `, who was asked on ${longDate(askedOn)}` : ""}. If you correct it, it is taken back until you send it again.`;
  if (state === "disputed")
    return "Put right what is not right, then send it again. Or talk to your mentor first.";
  if (state === "draft" && whole)
    return `It is saved, and ${mentor} has not seen it yet. Read it once more, then send it.`;
  return `Write this once you have met${closesOn ? `; it is due by ${longDate(closesOn)}` : ""}. ${mentorName ? mentorName : "Your mentor"} reads it, confirms that it took place and adds their own words. The staff see that it took place, and not what you write.`;
}
