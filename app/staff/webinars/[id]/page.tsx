import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { PagesNav, pageAddress } from "@/components/ui/pages-nav";
import { TakeOut } from "@/components/ui/take-out";
import { RegisteredTable } from "@/components/webinars/registered-table";
import { WebinarTag } from "@/components/webinars/state-tag";
import { WebinarFacts } from "@/components/webinars/webinar-facts";
import { pageQuestion } from "@/lib/webinars/schema";
import { findWebinar } from "../find";
import { NextSteps } from "./next-steps";

/** Said once, after the step that led here. */
const DONE = new Map([
  ["saved", "Saved. Who has to know is told by e-mail."],
  ["published", "The webinar is public, and people can register."],
  ["cancelled", "The webinar is cancelled. Whoever had a place is told by e-mail."],
  ["recording", "Saved. The public page has it."],
]);

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function StaffWebinarPage({ params, searchParams }: Props) {
  const [{ id }, question] = await Promise.all([params, searchParams]);
  const webinar = await findWebinar(id, "", pageQuestion.parse(question).page);
  const { title, when, state, rows, page, pages, registered } = webinar;
  const said = DONE.get(String(question.done));
  const home = `/staff/webinars/${id}`;
  return (
    <>
      <PageHeading
        title={title}
        caption={
          <>
            {when} <WebinarTag state={state} />
          </>
        }
        back={{ href: "/staff/webinars", label: "Webinars" }}
      />
      {said ? (
        <div className="mb-5">
          <Notice tone="done">{said}</Notice>
        </div>
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card labelledBy="registrations">
          <h2 id="registrations">Registered ({registered})</h2>
          {rows.length > 0 ? (
            <>
              <RegisteredTable rows={rows} />
              <TakeOut list="webinar-registrations" query={{ webinar: id }} what="all of them" />
              <PagesNav page={page} pages={pages} address={(number) => pageAddress(home, {}, number)} />
            </>
          ) : (
            <p>{registered > 0 ? "Names are deleted twelve months after a webinar." : "Nobody yet."}</p>
          )}
        </Card>
        <div className="grid gap-5 max-lg:order-first">
          <NextSteps webinar={webinar} />
          <Card labelledBy="facts">
            <h2 id="facts">The webinar</h2>
            <WebinarFacts webinar={webinar} />
          </Card>
        </div>
      </div>
    </>
  );
}
