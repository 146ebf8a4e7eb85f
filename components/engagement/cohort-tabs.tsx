const TABS = [
  { key: "overview", path: "", label: "Overview" },
  { key: "participants", path: "/participants", label: "Participants" },
  { key: "heat-map", path: "/heat-map", label: "Heat map" },
  { key: "alerts", path: "/alerts", label: "Early alerts" },
  { key: "groups", path: "/groups", label: "Groups" },
  { key: "events", path: "/events", label: "Events" },
  { key: "learning-audits", path: "/learning-audits", label: "Learning audits" },
  { key: "evaluations", path: "/evaluations", label: "Evaluations" },
  { key: "mentors", path: "/mentors", label: "Mentors" },
  { key: "registrations", path: "/registrations", label: "DfE registrations" },
  { key: "seats", path: "/seats", label: "Places" },
] as const;

/** The pages of one cohort, and its applications. */
export function CohortTabs({
  cohortId,
  current,
}: {
  cohortId: string;
  current?: (typeof TABS)[number]["key"];
}) {
  return (
    <nav className="cohort-tabs no-print" aria-label="This cohort">
      {TABS.map(({ key, path, label }) => (
        <a
          key={key}
          href={`/staff/cohorts/${cohortId}${path}`}
          aria-current={key === current ? "page" : undefined}
        >
          {label}
        </a>
      ))}
      <a href={`/staff/applications?cohort=${cohortId}`}>Applications</a>
    </nav>
  );
}
