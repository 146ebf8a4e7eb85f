/**
 * Who may open, use and do what: every page, route handler and server action of the portal. A new one that is
 * not written here fails tests/e2e/matrix.spec.ts, and so does one that is written here and gone.
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

const everybody = "ok ok ok ok ok ok ok ok";
const signedIn = "sign-in ok ok ok ok ok ok ok";
const ownApplication = "sign-in ok none none none none none none";
const ownApplicationElsewhere = "sign-in back none none none none none none";
const ownPlace = "sign-in none ok none none none none none";
const staff = "sign-in none none ok ok ok ok ok";
const managersOfIt = "sign-in none none none none none ok ok";
const managersAndItsFacilitator = "sign-in none none ok none none ok ok";

/** Page, by its folder under app → what each of KNOCKERS gets, in their order. */
export const PAGES: Record<string, string> = {
  "(auth)/sign-in": "ok home home home home home home home",
  "(auth)/sign-in/check-your-email": everybody,
  "(auth)/sign-in/link": everybody,
  "(public)": everybody,
  "(public)/programmes/[programme]": everybody,
  "(public)/programmes/[programme]/route-map": everybody,
  account: signedIn,
  "account/address": signedIn,
  applications: signedIn,
  "applications/[reference]": ownApplication,
  // The application of the table is past its draft.
  "applications/[reference]/check": ownApplicationElsewhere,
  "applications/[reference]/edit/[step]": ownApplicationElsewhere,
  "applications/[reference]/offer": ownApplication,
  "applications/[reference]/refusal": ownApplication,
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
  staff,
  "staff/applications": staff,
  "staff/applications/[id]": managersOfIt,
  "staff/applications/[id]/offer": managersOfIt,
  "staff/applications/[id]/rejection": managersOfIt,
  "staff/applications/[id]/waitlist": managersOfIt,
  "staff/cohorts": staff,
  "staff/cohorts/[cohort]": managersOfIt,
  "staff/cohorts/[cohort]/events": managersOfIt,
  "staff/cohorts/[cohort]/events/new": managersOfIt,
  "staff/cohorts/[cohort]/participants": managersOfIt,
  "staff/cohorts/[cohort]/participants/[id]": managersOfIt,
  "staff/events": staff,
  "staff/events/[id]": managersAndItsFacilitator,
  "staff/events/[id]/register": managersAndItsFacilitator,
};

/** Route handlers: method and folder → who may use it; each has a test of its own in matrix.spec.ts. */
export const HANDLERS: Record<string, string> = {
  "POST (auth)/sign-out": "everybody, from the portal's own pages; ends one's own session only",
  "GET api/auth/[...nextauth]": "everybody: the token of next-auth's sign-out, and nothing else",
  "POST api/auth/[...nextauth]": "everybody, from the portal's own pages: next-auth's sign-out",
  "GET api/health/live": "everybody",
  "GET api/health/ready": "everybody",
};

/** One form of the portal, and who is refused when they send it with its owner's very fields. */
export type Form = {
  /** The page that shows the form, and the button that sends it. */
  page: keyof Places;
  button: string;
  /** Whose page it is. */
  owner: Person;
  /** What is typed; all of it valid, so that whoever is refused is refused for who they are. */
  fields?: Partial<Record<string, string>>;
  /** Signed in, and answered with a 404. Empty where the action only ever touches the sender's own things. */
  refused: readonly Person[];
};

/** The people who send forms: those who knock, and another applicant and participant. */
export type Person = Exclude<Knocker, "signedOut"> | "draftOwner" | "otherParticipant";
/** Addresses of pages with forms, found when the test begins. */
export type Places = Record<
  | "account"
  | "address"
  | "applications"
  | "step"
  | "check"
  | "offer"
  | "refusal"
  | "withdrawal"
  | "study"
  | "task"
  | "record"
  | "submitted"
  | "makeOffer"
  | "rejection"
  | "waitlist"
  | "newEvent"
  | "register",
  string
>;

const notApplicant = [
  "participant",
  "facilitator",
  "otherFacilitator",
  "otherManager",
  "manager",
  "administrator",
] as const;
const notDraftOwner = ["applicant", ...notApplicant] as const;
const notManager = [
  "applicant",
  "participant",
  "facilitator",
  "otherFacilitator",
  "otherManager",
] as const;
const notParticipant = [
  "applicant",
  "facilitator",
  "otherFacilitator",
  "otherManager",
  "manager",
  "administrator",
] as const;
const nobodySignedIn = [] as const;

const applications = "app/applications/actions.ts";
const review = "app/staff/applications/actions.ts";
const routeMap = "app/dashboard/route-map/actions.ts";
const study = { hours: "2", minutes: "30", happenedOn: "2026-11-20", note: "Sent by the matrix" };

/** Server action → its form, or why it has none here. */
export const ACTIONS: Record<string, Form | "open to everybody: tests/integration/auth-*.test.ts"> = {
  "app/(auth)/sign-in/actions.ts#askToSignIn": "open to everybody: tests/integration/auth-*.test.ts",
  "app/(auth)/sign-in/check-your-email/actions.ts#signInWithCode":
    "open to everybody: tests/integration/auth-*.test.ts",
  "app/(auth)/sign-in/link/actions.ts#confirmLink": "open to everybody: tests/integration/auth-*.test.ts",
  "app/account/actions.ts#endAllSessions": {
    page: "account",
    button: "Sign out everywhere",
    owner: "participant",
    refused: nobodySignedIn,
  },
  "app/account/address/actions.ts#askForNewAddress": {
    page: "address",
    button: "Send the link",
    owner: "participant",
    fields: { email: "matrix.taken@example.org" },
    refused: nobodySignedIn,
  },
  [`${applications}#start`]: {
    page: "applications",
    button: "Apply for Spring 2027",
    owner: "participant",
    refused: nobodySignedIn,
  },
  [`${applications}#saveStep`]: {
    page: "step",
    button: "Save and continue",
    owner: "draftOwner",
    fields: { fullName: "Somebody Else", trn: "7654321", dfeRegistration: "registered" },
    refused: notDraftOwner,
  },
  [`${applications}#submit`]: {
    page: "check",
    button: "Send the application",
    owner: "draftOwner",
    fields: { declared: "yes" },
    refused: notDraftOwner,
  },
  [`${applications}#accept`]: {
    page: "offer",
    button: "Accept the place",
    owner: "applicant",
    fields: { commitments: "yes" },
    refused: ["draftOwner", ...notApplicant],
  },
  [`${applications}#decline`]: {
    page: "refusal",
    button: "Decline the place",
    owner: "applicant",
    fields: { reason: "Not mine to say" },
    refused: ["draftOwner", ...notApplicant],
  },
  [`${applications}#withdraw`]: {
    page: "withdrawal",
    button: "Withdraw it",
    owner: "applicant",
    refused: ["draftOwner", ...notApplicant],
  },
  [`${routeMap}#submitStudy`]: {
    page: "study",
    button: "Log this time",
    owner: "participant",
    fields: study,
    // Another participant of the cohort has the same milestone, and logs their own time.
    refused: notParticipant,
  },
  [`${routeMap}#submitDone`]: {
    page: "task",
    button: "Mark as done",
    owner: "participant",
    refused: notParticipant,
  },
  [`${routeMap}#submitCorrection`]: {
    page: "record",
    button: "Save the correction",
    owner: "participant",
    fields: study,
    refused: ["otherParticipant", ...notParticipant],
  },
  [`${routeMap}#takeBack`]: {
    page: "record",
    button: "Take it back",
    owner: "participant",
    refused: ["otherParticipant", ...notParticipant],
  },
  [`${review}#review`]: {
    page: "submitted",
    button: "Begin the review",
    owner: "administrator",
    refused: notManager,
  },
  [`${review}#offer`]: {
    page: "makeOffer",
    button: "Offer the place",
    owner: "administrator",
    fields: { fundedPlace: "no" },
    refused: notManager,
  },
  [`${review}#reject`]: {
    page: "rejection",
    button: "Reject the application",
    owner: "administrator",
    fields: { reason: "Not mine to decide" },
    refused: notManager,
  },
  [`${review}#waitlist`]: {
    page: "waitlist",
    button: "Put on the waiting list",
    owner: "administrator",
    refused: notManager,
  },
  "app/staff/cohorts/[cohort]/events/actions.ts#submitEvent": {
    page: "newEvent",
    button: "Add the event",
    owner: "administrator",
    fields: {
      title: "Matrix event",
      place: "Online",
      firstDay: "2026-12-10",
      startTime: "16:00",
      lastDay: "",
      endTime: "18:00",
      peerGroupId: "",
      facilitatorId: "",
    },
    refused: notManager,
  },
  "app/staff/events/[id]/register/actions.ts#submitRegister": {
    page: "register",
    button: "Review and save",
    owner: "administrator",
    fields: { step: "save" },
    refused: ["applicant", "participant", "otherFacilitator", "otherManager"],
  },
};
