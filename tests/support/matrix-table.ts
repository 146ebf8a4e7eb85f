/**
 * Who may open and use what: every page and route handler of the portal; matrix-actions.ts has its actions. A new
 * one that is not written here fails tests/e2e/matrix.spec.ts, and so does one that is written here and gone.
 */

/** Who knocks: somebody signed out, and one person of the demo for each role and each near miss of a role. */
export const KNOCKERS = [
  "signedOut",
  "applicant",
  "participant",
  "facilitator",
  "otherFacilitator",
  "otherManager",
  "manager",
  "administrator",
] as const;
export type Knocker = (typeof KNOCKERS)[number];

/**
 * What the page answers: "ok" is the page, "none" a 404, "sign-in" a redirect to sign in and come back,
 * "home" one to the person's own side of the portal, "back" one to the application the step belongs to.
 */
export type Answer = "ok" | "none" | "sign-in" | "home" | "back";

export const everybody = "ok ok ok ok ok ok ok ok";
export const signedIn = "sign-in ok ok ok ok ok ok ok";
const ownApplication = "sign-in ok none none none none none none";
const ownApplicationElsewhere = "sign-in back none none none none none none";
export const ownPlace = "sign-in none ok none none none none none";
export const staff = "sign-in none none ok ok ok ok ok";
export const managersOfIt = "sign-in none none none none none ok ok";
export const managersOfAny = "sign-in none none none none ok ok ok";
export const administrators = "sign-in none none none none none none ok";
export const managersAndItsFacilitator = "sign-in none none ok none none ok ok";

/** Page, by its folder under app → what each of KNOCKERS gets, in their order. */
export const PAGES: Record<string, string> = {
  "(auth)/sign-in": "ok home home home home home home home",
  "(auth)/sign-in/check-your-email": everybody,
  "(auth)/sign-in/link": everybody,
  "(public)": everybody,
  "(public)/accessibility": everybody,
  "(public)/be-told/[token]": everybody,
  "(public)/be-told/leave/[token]": everybody,
  "(public)/contact": everybody,
  "(public)/contact/[reference]": everybody,
  "(public)/cookies": everybody,
  "(public)/privacy": everybody,
  "(public)/programmes": everybody,
  "(public)/programmes/[programme]": everybody,
  "(public)/programmes/[programme]/be-told": everybody,
  "(public)/programmes/[programme]/is-it-for-me": everybody,
  "(public)/programmes/[programme]/route-map": everybody,
  "(public)/webinars": everybody,
  "(public)/webinars/[webinar]": everybody,
  "(public)/webinars/[webinar]/registered": everybody,
  // Whoever has the personal link.
  "(public)/webinars/places/[token]": everybody,
  account: signedIn,
  "account/address": signedIn,
  applications: signedIn,
  "applications/[reference]": ownApplication,
  // The application of the table is past its draft.
  "applications/[reference]/check": ownApplicationElsewhere,
  "applications/[reference]/copy": ownApplication,
  "applications/[reference]/edit/[step]": ownApplicationElsewhere,
  "applications/[reference]/edit/workplace": ownApplicationElsewhere,
  "applications/[reference]/edit/workplace/by-hand": ownApplicationElsewhere,
  "applications/[reference]/equality": ownApplication,
  "applications/[reference]/international": ownApplicationElsewhere,
  "applications/[reference]/offer": ownApplication,
  "applications/[reference]/refusal": ownApplication,
  "applications/[reference]/sent": ownApplication,
  // The sponsor of the table's application has endorsed it.
  "applications/[reference]/sponsor": ownApplicationElsewhere,
  "applications/[reference]/withdrawal": ownApplication,
  // Whoever has no place is told so; there is nothing of anybody else's on these three.
  dashboard: signedIn,
  "dashboard/events": signedIn,
  "dashboard/route-map": signedIn,
  "dashboard/route-map/[milestone]": ownPlace,
  "dashboard/route-map/[milestone]/records/[record]": ownPlace,
  // The demo's mailbox; closed (404) wherever e-mail is really sent.
  "dev/mailbox": everybody,
  "dev/mailbox/[mail]": everybody,
  // A personal link: whoever they are, people without it find nothing.
  "endorsements/[token]": "none none none none none none none none",
  staff,
  "staff/applications": staff,
  "staff/applications/[id]": managersOfIt,
  "staff/applications/[id]/conflict": managersOfIt,
  "staff/applications/[id]/offer": managersOfIt,
  "staff/applications/[id]/rejection": managersOfIt,
  "staff/applications/[id]/review": managersOfIt,
  "staff/applications/[id]/waitlist": managersOfIt,
  "staff/audit-log": managersOfAny,
  "staff/applications/bulk": staff,
  "staff/applications/bulk/[id]": managersOfIt,
  "staff/cohorts": staff,
  "staff/cohorts/[cohort]": managersOfIt,
  "staff/cohorts/[cohort]/equality": managersOfIt,
  "staff/cohorts/[cohort]/events": managersOfIt,
  "staff/cohorts/[cohort]/events/new": managersOfIt,
  "staff/cohorts/[cohort]/needs": managersOfIt,
  // Facilitators of its groups, two of them here, find their own people.
  "staff/cohorts/[cohort]/participants": "sign-in none none ok ok none ok ok",
  "staff/cohorts/[cohort]/seats": managersOfIt,
  "staff/cohorts/[cohort]/seats/order": managersOfIt,
  "staff/cohorts/[cohort]/participants/[id]": managersOfIt,
  "staff/cohorts/[cohort]/registrations": managersOfIt,
  "staff/cohorts/[cohort]/registrations/[upload]": managersOfIt,
  "staff/emails": administrators,
  "staff/enquiries": staff,
  "staff/enquiries/[id]": managersOfAny,
  "staff/enquiries/[id]/closure": managersOfAny,
  "staff/events": staff,
  "staff/events/[id]": managersAndItsFacilitator,
  "staff/events/[id]/register": managersAndItsFacilitator,
  "staff/funding": staff,
  "staff/funding/[programme]": managersOfAny,
  "staff/funding/[programme]/notices/[notice]": managersOfAny,
  "staff/funding/[programme]/notices/new": managersOfAny,
  "staff/funding/[programme]/partners/[partner]": managersOfAny,
  "staff/funding/[programme]/rules/[rule]": managersOfAny,
  "staff/funding/lists/[upload]": managersOfAny,
  "staff/funding/lists/new": managersOfAny,
  "staff/programmes": staff,
  "staff/programmes/[programme]": managersOfAny,
  "staff/programmes/[programme]/areas": managersOfAny,
  "staff/programmes/[programme]/areas/[area]": managersOfAny,
  "staff/programmes/[programme]/areas/new": managersOfAny,
  // What binds the provider is for administrators.
  "staff/programmes/[programme]/facts": administrators,
  "staff/programmes/[programme]/hours": administrators,
  "staff/programmes/[programme]/preview": managersOfAny,
  "staff/programmes/[programme]/publication": managersOfAny,
  "staff/programmes/[programme]/sections": managersOfAny,
  "staff/programmes/[programme]/sections/[section]": managersOfAny,
  "staff/programmes/[programme]/sections/new": managersOfAny,
  "staff/programmes/[programme]/versions": managersOfAny,
  "staff/programmes/[programme]/versions/[number]": managersOfAny,
  "staff/programmes/[programme]/voices": managersOfAny,
  "staff/webinars": staff,
  "staff/webinars/[id]": managersOfAny,
  "staff/webinars/[id]/cancellation": managersOfAny,
  "staff/webinars/[id]/edit": managersOfAny,
  "staff/webinars/[id]/recording": managersOfAny,
  "staff/webinars/new": managersOfAny,
};

/** Route handlers: method and folder → who may use it; each has a test of its own in matrix.spec.ts. */
export const HANDLERS: Record<string, string> = {
  "GET (public)/programmes/[programme]/route-map.csv": "everybody: the public route map as a file",
  "GET (public)/programmes/[programme]/route-map.ics": "everybody: the public route map as a calendar",
  "GET (public)/be-told/leave/[token]/one-click": "everybody: leads to the page with the button",
  "POST (public)/be-told/leave/[token]/one-click":
    "whoever has the e-mail, from anywhere; leaves that one list",
  "GET (public)/webinars/places/[token]/webinar.ics": "whoever has the personal link",
  "GET staff/lists/[file]": "staff, each list those who may see its page: matrix-lists.ts, list by list",
  "POST (auth)/sign-out": "everybody, from the portal's own pages; ends one's own session only",
  "GET api/auth/[...nextauth]": "everybody: the token of next-auth's sign-out, and nothing else",
  "POST api/auth/[...nextauth]": "everybody, from the portal's own pages: next-auth's sign-out",
  "GET api/health/live": "everybody",
  "GET api/health/ready": "everybody",
  "GET api/workplaces": "everybody who is signed in: the public register of schools, so many times",
};
