import { TaskList } from "@/components/applications/task-list";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { sectionsOf } from "@/lib/applications/sections";
import type { ApplicationView } from "@/lib/applications/views";
import { longDate } from "@/lib/dates";

/** A draft that can still be sent: its task list. */
export function DraftHome({ application }: { application: ApplicationView }) {
  const { reference, answers, needs, cohort } = application;
  const home = `/applications/${reference}`;
  const sections = sectionsOf(answers, needs);
  const tasks = sections.flatMap((section) => section.tasks);
  const done = tasks.filter(({ state }) => state === "done").length;
  const next = tasks.find(({ state }) => state !== "done");
  return (
    <div className="grid items-start gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div>
        <p className="mb-6">
          {done} of {tasks.length} parts done.
          {cohort.applicationsClose ? (
            <>
              {" "}
              Send it by <strong>{longDate(cohort.applicationsClose)}, 23:59</strong>.
            </>
          ) : null}
        </p>
        <TaskList sections={sections} editBase={`${home}/edit`} />
        <p className="no-print mb-8 flex flex-wrap gap-3">
          {next ? (
            <ButtonLink href={`${home}/edit/${next.step}`}>{done === 0 ? "Begin" : "Continue"}</ButtonLink>
          ) : null}
          <ButtonLink href={`${home}/check`} variant={next ? "secondary" : "primary"}>
            {next ? "Read through it" : "Check your answers and send"}
          </ButtonLink>
        </p>
      </div>
      <Card labelledBy="good-to-know">
        <h2 id="good-to-know">Good to know</h2>
        <ul className="grid list-disc gap-2 pl-5">
          <li>The parts can be filled in in any order. Each is saved when you go on.</li>
          <li>Come back from any device: sign in with the same e-mail address.</li>
          <li>Nobody reads your application before you send it.</li>
          <li>The statements take the longest. You can write them elsewhere and paste them in.</li>
        </ul>
        <p className="no-print mt-4">
          <a href={`${home}/withdrawal`}>Withdraw this application</a>
        </p>
      </Card>
    </div>
  );
}
