import { notFound } from "next/navigation";
import { PageHeading } from "@/components/ui/page-heading";
import { now } from "@/lib/clock";
import { mentorTask } from "@/lib/mentoring/for-mentor";
import { fullTitle } from "@/lib/route-map/schema";
import { CheckIn } from "./check-in";
import { Report } from "./report";

type Props = {
  params: Promise<{ token: string; naming: string; milestone: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MentorTaskPage({ params, searchParams }: Props) {
  const { token, naming, milestone: milestoneId } = await params;
  const where = { token, naming, milestoneId };
  const task = (await mentorTask(where, now())) ?? notFound();
  const { done, change } = await searchParams;
  const title = `${fullTitle(task.item)}: ${task.fullName}`;
  return (
    <div className="max-w-prose">
      <PageHeading
        title={title}
        caption={`${task.programme}, ${task.cohort}`}
        back={{ href: `/mentor/${token}`, label: "Your part as NPQ mentor" }}
      />
      {task.report ? (
        <Report
          where={where}
          task={task}
          report={task.report}
          title={title}
          saved={done === "saved"}
          change={change !== undefined}
        />
      ) : (
        <CheckIn where={where} task={task} title={title} />
      )}
    </div>
  );
}
