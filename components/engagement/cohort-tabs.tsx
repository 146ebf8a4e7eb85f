type Tab = {
  key: string;
  path: string;
  label: string;
  /** What its figure counts. */
  counts?: string;
};

/** What is opened every day, in one row; the rest is behind one word. */
const TABS = [
  { key: "overview", path: "", label: "Overview" },
  { key: "participants", path: "/participants", label: "Participants" },
  { key: "alerts", path: "/alerts", label: "Alerts", counts: "with an alert" },
  { key: "events", path: "/events", label: "Events", counts: "to take" },
  { key: "groups", path: "/groups", label: "Groups" },
  { key: "mentors", path: "/mentors", label: "Mentors" },
] as const satisfies Tab[];
const MORE = [
  { key: "heat-map", path: "/heat-map", label: "Heat map" },
  { key: "learning-audits", path: "/learning-audits", label: "Learning audits" },
  { key: "evaluations", path: "/evaluations", label: "Evaluations" },
  { key: "seats", path: "/seats", label: "Places" },
  { key: "registrations", path: "/registrations", label: "DfE registrations" },
] as const satisfies Tab[];

export type CohortTab = (typeof TABS | typeof MORE)[number]["key"];
/** How many things wait behind a tab. */
export type CohortWaits = Partial<Record<CohortTab | "applications", number>>;

type Props = { cohortId: string; current?: CohortTab | undefined; waits: CohortWaits };

/** The pages of one cohort, and its applications. The word for the rest is the browser's own disclosure. */
export function CohortTabs({ cohortId, current, waits }: Props) {
  const here = MORE.find(({ key }) => key === current);
  const tab = ({ key, path, label, counts = "" }: Tab) => (
    <a
      key={key}
      href={`/staff/cohorts/${cohortId}${path}`}
      aria-current={key === current ? "page" : undefined}
    >
      {label}
      <Waiting count={waits[key as CohortTab] ?? 0} what={counts} />
    </a>
  );
  return (
    <nav className="cohort-tabs no-print" aria-label="This cohort">
      {TABS.map(tab)}
      <details className="nav-group">
        <summary data-here={here ? "" : undefined}>
          More{here ? <span className="tab-here">: {here.label}</span> : null}
        </summary>
        <ul>
          {MORE.map((each) => (
            <li key={each.key}>{tab(each)}</li>
          ))}
          <li>
            <a href={`/staff/applications?cohort=${cohortId}`}>
              Applications
              <Waiting count={waits.applications ?? 0} what="to read or decide" />
            </a>
          </li>
        </ul>
      </details>
    </nav>
  );
}

/** The lists that count stop there. */
const MOST = 99;

function Waiting({ count, what }: { count: number; what: string }) {
  if (count === 0) return null;
  return (
    <>
      {" "}
      <span className="waiting">
        {count >= MOST ? `${MOST}+` : count}
        <span className="sr-only"> {what}</span>
      </span>
    </>
  );
}
