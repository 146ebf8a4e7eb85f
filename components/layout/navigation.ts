export type ShellArea = "public" | "applicant" | "participant" | "staff";

/** Whose work a staff page is for, where it is not everybody's. */
export type Circle = "managers" | "administrators" | "facilitators";

export type NavLink = { href: string; label: string; only?: Circle };
/** Entries that stand behind one word, so that the row stays short enough for a phone. */
export type NavGroup = { label: string; links: readonly NavLink[] };
export type NavEntry = NavLink | NavGroup;

type Navigation = {
  /** Names the navigation for people who cannot see it. */
  label: string;
  /** Where the wordmark leads. */
  home: string;
  entries: readonly NavEntry[];
};

/** Only pages that exist: add an entry with the page it leads to. */
export const NAVIGATION: Record<ShellArea, Navigation> = {
  public: {
    label: "Main",
    home: "/",
    entries: [
      { href: "/programmes", label: "Programmes" },
      { href: "/webinars", label: "Webinars" },
      { href: "/contact", label: "Contact" },
      { href: "/applications", label: "Your applications" },
    ],
  },
  applicant: {
    label: "Your applications",
    home: "/",
    entries: [
      { href: "/applications", label: "Your applications" },
      { href: "/programmes", label: "Programmes" },
    ],
  },
  participant: {
    label: "Your programme",
    home: "/dashboard",
    entries: [
      { href: "/dashboard", label: "Overview" },
      { href: "/dashboard/route-map", label: "Route map" },
      { href: "/dashboard/events", label: "Events" },
      { href: "/dashboard/learning-audits", label: "Learning audits" },
      { href: "/dashboard/mentor", label: "Mentor" },
      { href: "/dashboard/peer-group", label: "Peer group" },
      {
        label: "More",
        links: [
          { href: "/dashboard/study", label: "Study log" },
          { href: "/dashboard/changes", label: "What others recorded" },
          { href: "/dashboard/statement", label: "Statement of engagement" },
          { href: "/dashboard/calendar", label: "Calendar" },
          { href: "/dashboard/reminders", label: "Reminders" },
        ],
      },
    ],
  },
  staff: {
    label: "Staff",
    home: "/staff",
    entries: [
      { href: "/staff", label: "Today" },
      { href: "/staff/cohorts", label: "Cohorts", only: "managers" },
      {
        label: "Admissions",
        links: [
          { href: "/staff/applications", label: "Applications", only: "managers" },
          { href: "/staff/enquiries", label: "Enquiries", only: "managers" },
          { href: "/staff/webinars", label: "Webinars", only: "managers" },
          { href: "/staff/funding", label: "Funding", only: "managers" },
        ],
      },
      {
        label: "Teaching",
        links: [
          { href: "/staff/events", label: "Events and registers" },
          { href: "/staff/groups", label: "Groups" },
          { href: "/staff/corrections", label: "Corrections" },
          { href: "/staff/alternatives", label: "Alternative activities" },
          { href: "/staff/learning-audits", label: "Learning audits of my groups", only: "facilitators" },
        ],
      },
      {
        label: "Office",
        links: [
          { href: "/staff/programmes", label: "Programmes", only: "managers" },
          { href: "/staff/audit-log", label: "Audit log", only: "managers" },
          { href: "/staff/people", label: "People and roles", only: "administrators" },
          { href: "/staff/emails", label: "E-mails given up", only: "administrators" },
        ],
      },
    ],
  },
};

/** The entries for somebody of these circles; a group of which nothing is theirs goes. */
export function entriesFor(area: ShellArea, circles: readonly Circle[]): NavEntry[] {
  const theirs = ({ only }: NavLink) => only === undefined || circles.includes(only);
  return NAVIGATION[area].entries.flatMap((entry): NavEntry[] => {
    if ("href" in entry) return theirs(entry) ? [entry] : [];
    const links = entry.links.filter(theirs);
    return links.length > 0 ? [{ ...entry, links }] : [];
  });
}
