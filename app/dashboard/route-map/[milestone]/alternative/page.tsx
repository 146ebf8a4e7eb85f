import { AlternativeFacts } from "@/components/alternatives/alternative-facts";
import { ProposalFields } from "@/components/alternatives/proposal-fields";
import { PageTitle } from "@/components/engagement/page-title";
import { ActionForm } from "@/components/forms/action-form";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { myAlternatives } from "@/lib/alternatives/queries";
import { now } from "@/lib/clock";
import { hoursAndMinutes, shortDate } from "@/lib/dates";
import { Frame } from "../../../frame";
import { propose } from "../actions";
import { findItem } from "../find";
import { Next } from "./next";

const TITLE = "An alternative activity";
const DONE = new Map([
  ["proposed", "Your proposal is sent. You are told by e-mail once it has been read."],
  ["handed-in", "Handed in. You are told by e-mail once it has been read."],
  ["withdrawn", "Withdrawn. You can propose something else."],
]);

type Props = {
  params: Promise<{ milestone: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export default async function AlternativePage({ params, searchParams }: Props) {
  const { actor, detail, home, title } = await findItem((await params).milestone, "/alternative");
  const found = await myAlternatives(actor, detail.milestone.id, now());
  if (!found) return null;
  const { all, live, whyNot, most, options, until } = found;
  const said = DONE.get([(await searchParams).done].flat()[0] ?? "");
  const proposing = live === null && whyNot === null;
  return (
    <Frame actor={actor} current="/dashboard/route-map">
      <PageHeading title={TITLE} caption={`In place of ${title}`} back={{ href: home, label: title }} />
      <div className="max-w-prose">
        {said ? (
          <div className="mb-6">
            <Notice tone="done">{said}</Notice>
          </div>
        ) : null}
        {live ? (
          <Next milestoneId={detail.milestone.id} title={TITLE} live={live} to={detail.studyTo} />
        ) : null}
        {proposing ? (
          <ActionForm
            action={propose.bind(null, detail.milestone.id)}
            title={TITLE}
            submitLabel="Send the proposal"
            hidden={{ formKey: crypto.randomUUID() }}
            aside={<a href={home}>Not now</a>}
          >
            <p className="mb-3">
              You propose something that does the same work. Once it is agreed you do it, write a short
              account, and it is credited with its minutes. {hoursAndMinutes(most)} can be made up
              {until ? `, until ${shortDate(until)}` : ""}.
            </p>
            <ProposalFields options={options} most={most} />
          </ActionForm>
        ) : null}
        {live || proposing ? null : (
          <>
            <PageTitle title={TITLE} />
            <p>{whyNot}</p>
          </>
        )}
        <div className="mt-9">
          {all
            .filter(({ id }) => id !== live?.id)
            .map((each) => (
              <AlternativeFacts key={each.id} alternative={each} />
            ))}
        </div>
      </div>
    </Frame>
  );
}
