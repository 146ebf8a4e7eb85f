import { PageTitle } from "@/components/engagement/page-title";
import { StatusHistory } from "@/components/status/history";
import { LinkedCohorts } from "@/components/status/linked";
import { STATE_NAMES } from "@/components/status/words";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { CHANGE_WORDS } from "@/lib/status-changes/schema";
import { findStanding, type Params } from "./find";

type Props = { params: Promise<Params>; searchParams: Promise<{ done?: string | string[] }> };

export default async function StatusPage({ params, searchParams }: Props) {
  const { cohort, file, home, standing } = await findStanding(await params);
  const { done } = await searchParams;
  const { person, allowed, history } = standing;
  const title = `${person.fullName}: state of the enrolment`;
  return (
    <div className="max-w-prose">
      <PageTitle title={title} />
      <PageHeading
        title={person.fullName}
        caption={`${cohort.programme.shortName}, ${cohort.name} · ${STATE_NAMES[person.state]}`}
        back={{ href: file, label: person.fullName }}
      />
      {done === undefined ? null : (
        <div className="mb-5">
          <Notice tone="done">Done. They are told by e-mail.</Notice>
        </div>
      )}
      <LinkedCohorts standing={standing} />
      <h2 className="mt-6 mb-3">What you can do</h2>
      {allowed.length === 0 ? <p>Nothing more: this is the end of this enrolment.</p> : null}
      <ul className="stack-list">
        {allowed.map((change) => (
          <li key={change}>
            <a className="font-semibold" href={`${home}/${change}`}>
              {CHANGE_WORDS[change].title}
            </a>
            <p>{CHANGE_WORDS[change].what}</p>
          </li>
        ))}
      </ul>
      <h2 className="mt-8 mb-3">What has happened</h2>
      <StatusHistory history={history} />
    </div>
  );
}
