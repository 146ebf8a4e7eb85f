export type ShellArea = "public" | "applicant" | "participant" | "staff";

type Navigation = {
  /** Names the navigation for people who cannot see it. */
  label: string;
  /** Where the wordmark leads. */
  home: string;
  links: { href: string; label: string }[];
};

/** Only pages that exist: add an entry with the page it leads to. */
export const NAVIGATION: Record<ShellArea, Navigation> = {
  public: {
    label: "Main",
    home: "/",
    links: [
      { href: "/programmes", label: "Programmes" },
      { href: "/webinars", label: "Webinars" },
      { href: "/contact", label: "Contact" },
      { href: "/applications", label: "Your applications" },
    ],
  },
  applicant: {
    label: "Your applications",
    home: "/",
    links: [
      { href: "/applications", label: "Your applications" },
      { href: "/programmes", label: "Programmes" },
    ],
  },
  participant: {
    label: "Your programme",
    home: "/dashboard",
    links: [
      { href: "/dashboard", label: "Overview" },
      { href: "/dashboard/route-map", label: "Route map" },
      { href: "/dashboard/events", label: "Events" },
      { href: "/dashboard/learning-audits", label: "Learning audits" },
      { href: "/dashboard/mentor", label: "Mentor" },
      { href: "/dashboard/peer-group", label: "Peer group" },
    ],
  },
  staff: {
    label: "Staff",
    home: "/staff",
    links: [
      { href: "/staff", label: "Today" },
      { href: "/staff/applications", label: "Applications" },
      { href: "/staff/enquiries", label: "Enquiries" },
      { href: "/staff/webinars", label: "Webinars" },
      { href: "/staff/cohorts", label: "Cohorts" },
      { href: "/staff/events", label: "Events" },
      { href: "/staff/groups", label: "Groups" },
      { href: "/staff/programmes", label: "Programmes" },
      { href: "/staff/funding", label: "Funding" },
    ],
  },
};
