import type { Knocker } from "./matrix-table";

/** Who may do what: every server action of the portal, with the form that sends it. */

/** One form of the portal, and who is refused when they send it with its owner's very fields. */
export type Form = {
  /** The page that shows the form, and the button that sends it. An area of matrix/ finds its page itself. */
  page: keyof Places | ((find: Find) => Promise<string>);
  button: string;
  /** Whose page it is. */
  owner: Person;
  /** What is typed; all of it valid, so that whoever is refused is refused for who they are. */
  fields?: Record<string, string | readonly string[]>;
  /** Signed in, and answered with a 404. Empty where the action only ever touches the sender's own things. */
  refused: readonly Person[];
};

/** The people who send forms: those who knock, another participant, and applicants whose applications have come elsewhere. */
export type Person =
  | Exclude<Knocker, "signedOut">
  | "draftOwner"
  | "otherParticipant"
  | "rejectedApplicant"
  | "waitingApplicant";
/** The first row's `id` of a question to the portal's database; a fault where there is none. */
export type Find = (sql: string, ...values: unknown[]) => Promise<string>;
/** Addresses of pages with forms, found when the test begins. */
export type Places = Record<
  | "account"
  | "address"
  | "applications"
  | "step"
  | "workplace"
  | "equality"
  | "rejected"
  | "check"
  | "offer"
  | "refusal"
  | "withdrawal"
  | "waiting"
  | "sponsor"
  | "deadLetters"
  | "study"
  | "task"
  | "record"
  | "submitted"
  | "makeOffer"
  | "rejection"
  | "underReview"
  | "readersReview"
  | "conflict"
  | "declared"
  | "waitlist"
  | "bulk"
  | "bulkRejection"
  | "bulkAct"
  | "newEvent"
  | "registrations"
  | "waitingOrder"
  | "register"
  | "enquiry"
  | "closure"
  | "section"
  | "area"
  | "newSection"
  | "newArea"
  | "order"
  | "voices"
  | "facts"
  | "hours"
  | "publication"
  | "version"
  | "newNotice"
  | "notice"
  | "rule"
  | "partner"
  | "newList"
  | "list"
  | "newWebinar"
  | "draftWebinar"
  | "webinarChange"
  | "webinarCancellation"
  | "webinarRecording",
  string
>;

export const notApplicant = [
  "participant",
  "facilitator",
  "otherFacilitator",
  "otherManager",
  "manager",
  "administrator",
] as const;
const notDraftOwner = ["applicant", ...notApplicant] as const;
export const notManager = [
  "applicant",
  "participant",
  "facilitator",
  "otherFacilitator",
  "otherManager",
] as const;
export const notParticipant = [
  "applicant",
  "facilitator",
  "otherFacilitator",
  "otherManager",
  "manager",
  "administrator",
] as const;

export const notAnyManager = ["applicant", "participant", "facilitator", "otherFacilitator"] as const;

export const notAdministrator = [...notManager, "manager"] as const;

const applications = "app/applications/actions.ts";
const sponsor = "app/applications/[reference]/sponsor/actions.ts";
const review = "app/staff/applications/actions.ts";
const reading = "app/staff/applications/[id]/actions.ts";
const bulk = "app/staff/applications/bulk/actions.ts";
const prospectus = "app/staff/programmes/[programme]/actions.ts";
const funding = "app/staff/funding/actions.ts";
const routeMap = "app/dashboard/route-map/actions.ts";
const webinars = "app/staff/webinars/actions.ts";
const matrixWebinar = {
  title: "Matrix webinar",
  description: "Not mine to hold",
  programme: "",
  day: "2027-01-20",
  startTime: "16:00",
  endTime: "17:00",
  joiningUrl: "https://meet.example.org/matrix",
  capacity: "",
};
const study = { hours: "2", minutes: "30", happenedOn: "2026-11-20", note: "Sent by the matrix" };

/** Server action → its form, or why it has none here. */
export const ACTIONS: Record<
  string,
  | Form
  | "open to everybody: auth-*.test.ts"
  | "open to everybody: enquiries.test.ts"
  | "open to everybody: interest.test.ts"
  | "open to everybody: webinars-registering.test.ts"
  | "by a personal link: applications-endorsement*.test.ts"
> = {
  "app/(auth)/sign-in/actions.ts#askToSignIn": "open to everybody: auth-*.test.ts",
  "app/(auth)/sign-in/check-your-email/actions.ts#signInWithCode": "open to everybody: auth-*.test.ts",
  "app/(auth)/sign-in/link/actions.ts#confirmLink": "open to everybody: auth-*.test.ts",
  "app/(public)/be-told/actions.ts#askFor": "open to everybody: interest.test.ts",
  "app/(public)/be-told/actions.ts#confirm": "open to everybody: interest.test.ts",
  "app/(public)/be-told/actions.ts#leave": "open to everybody: interest.test.ts",
  "app/(public)/contact/actions.ts#ask": "open to everybody: enquiries.test.ts",
  "app/(public)/webinars/actions.ts#register": "open to everybody: webinars-registering.test.ts",
  // Whoever has the personal link.
  "app/(public)/webinars/actions.ts#giveUp": "open to everybody: webinars-registering.test.ts",
  "app/account/actions.ts#endAllSessions": {
    page: "account",
    button: "Sign out everywhere",
    owner: "participant",
    refused: [],
  },
  "app/account/address/actions.ts#askForNewAddress": {
    page: "address",
    button: "Send the link",
    owner: "participant",
    fields: { email: "matrix.taken@example.org" },
    refused: [],
  },
  [`${applications}#start`]: {
    page: "applications",
    button: "Apply for Spring 2027",
    owner: "participant",
    refused: [],
  },
  [`${applications}#saveStep`]: {
    page: "step",
    button: "Save and continue",
    owner: "draftOwner",
    fields: { fullName: "Somebody Else" },
    refused: notDraftOwner,
  },
  [`${applications}#submit`]: {
    page: "check",
    button: "Send the application",
    owner: "draftOwner",
    refused: notDraftOwner,
  },
  [`${applications}#carry`]: {
    page: "rejected",
    button: "Begin with these answers",
    owner: "rejectedApplicant",
    refused: ["applicant", "draftOwner", ...notApplicant],
  },
  "app/applications/[reference]/equality/actions.ts#answer": {
    page: "equality",
    button: "Send these answers",
    owner: "applicant",
    fields: { sex: "prefer_not" },
    refused: ["draftOwner", ...notApplicant],
  },
  "app/applications/[reference]/edit/workplace/actions.ts#choose": {
    page: "workplace",
    button: "Save and continue",
    owner: "draftOwner",
    fields: { choice: "trust:90006" },
    refused: notDraftOwner,
  },
  "app/applications/[reference]/offer/actions.ts#accept": {
    page: "offer",
    button: "Accept the place",
    owner: "applicant",
    fields: {
      commitments: ["time", "fee", "engagement", "travel"],
      payerName: "Tidewell Trust",
      contactName: "Finance",
      email: "finance@example.org",
      address: "1 High Street",
      postcode: "ZT1 1AA",
      purchaseOrder: "",
    },
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
  [`${sponsor}#resend`]: {
    page: "waiting",
    button: "Send the link again",
    owner: "waitingApplicant",
    refused: ["draftOwner", "applicant", ...notApplicant],
  },
  [`${sponsor}#change`]: {
    page: "sponsor",
    button: "Ask this person",
    owner: "waitingApplicant",
    fields: { sponsorRole: "line_manager", sponsorName: "Not Mine", sponsorEmail: "not.mine@example.org" },
    refused: ["draftOwner", "applicant", ...notApplicant],
  },
  "app/endorsements/[token]/actions.ts#answer": "by a personal link: applications-endorsement*.test.ts",
  "app/endorsements/[token]/actions.ts#askAgain": "by a personal link: applications-endorsement*.test.ts",
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
    fields: { fundedPlace: "no", overrideReason: "Not mine to say" },
    refused: notManager,
  },
  "app/staff/applications/[id]/rejection/actions.ts#reject": {
    page: "rejection",
    button: "Read what the applicant will read",
    owner: "administrator",
    fields: { step: "send", reasons: "other", words: "Not mine to decide" },
    refused: notManager,
  },
  [`${reading}#writeReview`]: {
    page: "readersReview",
    button: "Save as a draft",
    owner: "administrator",
    fields: { recommendation: "reject", comment: "Not mine to review" },
    refused: notManager,
  },
  [`${reading}#note`]: {
    page: "underReview",
    button: "Add the note",
    owner: "administrator",
    fields: { body: "Not mine to note" },
    refused: notManager,
  },
  [`${reading}#declare`]: {
    page: "conflict",
    button: "Declare it",
    owner: "administrator",
    fields: { note: "Not mine to declare" },
    refused: notManager,
  },
  // The cohort's manager sees the declaration, and is told that an administrator removes it: applications-conflicts.
  [`${reading}#removeDeclaration`]: {
    page: "declared",
    button: "Remove the declaration",
    owner: "administrator",
    refused: notManager,
  },
  [`${review}#waitlist`]: {
    page: "waitlist",
    button: "Put on the waiting list",
    owner: "administrator",
    refused: notManager,
  },
  "app/staff/applications/[id]/endorsement/actions.ts#resend": {
    page: "underReview",
    button: "Send the link again",
    owner: "administrator",
    refused: notManager,
  },
  "app/staff/emails/actions.ts#retry": {
    page: "deadLetters",
    button: "Send it again",
    owner: "administrator",
    refused: notAdministrator,
  },
  [`${bulk}#run`]: {
    page: "bulk",
    button: "Remind 1 sponsor",
    owner: "administrator",
    refused: notManager,
  },
  [`${bulk}#reject`]: {
    page: "bulkRejection",
    button: "Read what the applicant will read",
    owner: "administrator",
    fields: { step: "send", reasons: "not_yet_leading" },
    refused: notManager,
  },
  // Whoever began it goes on with it.
  [`${bulk}#goOn`]: {
    page: "bulkAct",
    button: "Go on with the other 1",
    owner: "administrator",
    refused: [...notManager, "manager"],
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
      capacity: "",
      choiceUntil: "",
    },
    refused: notManager,
  },
  "app/staff/cohorts/[cohort]/seats/actions.ts#submitWaitingOrder": {
    page: "waitingOrder",
    button: "Save this order",
    owner: "administrator",
    fields: { place0: "1" },
    refused: notManager,
  },
  "app/staff/cohorts/[cohort]/registrations/actions.ts#submitRegistrations": {
    page: "registrations",
    button: "Import the list",
    owner: "administrator",
    refused: notManager,
  },
  "app/staff/enquiries/actions.ts#answer": {
    page: "enquiry",
    button: "Send the answer",
    owner: "administrator",
    fields: { body: "Not mine to answer" },
    refused: notAnyManager,
  },
  "app/staff/enquiries/actions.ts#setAside": {
    page: "closure",
    button: "Set it aside",
    owner: "administrator",
    fields: { reason: "Not mine to set aside" },
    refused: notAnyManager,
  },
  // The demo's second programme: its cohort has no manager, and its draft waits.
  [`${prospectus}#submitSection`]: {
    page: "section",
    button: "Save in the draft",
    owner: "administrator",
    fields: { body: "Not mine to write" },
    refused: notAdministrator,
  },
  [`${prospectus}#submitArea`]: {
    page: "area",
    button: "Save in the draft",
    owner: "administrator",
    fields: { body: "Not mine to write" },
    refused: notAdministrator,
  },
  [`${prospectus}#submitNewSection`]: {
    page: "newSection",
    button: "Save in the draft",
    owner: "administrator",
    fields: { label: "Mine", heading: "Mine?", body: "Not mine to write" },
    refused: notAdministrator,
  },
  [`${prospectus}#submitNewArea`]: {
    page: "newArea",
    button: "Save in the draft",
    owner: "administrator",
    fields: { title: "Mine", summary: "Mine.", body: "Not mine to write" },
    refused: notAdministrator,
  },
  [`${prospectus}#submitOrder`]: {
    page: "order",
    button: "Save in the draft",
    owner: "administrator",
    fields: { place0: "9" },
    refused: notAdministrator,
  },
  [`${prospectus}#submitVoices`]: {
    page: "voices",
    button: "Save in the draft",
    owner: "administrator",
    fields: { who0: "A participant of 2026", report0: "Not mine to write" },
    refused: notAdministrator,
  },
  [`${prospectus}#submitFacts`]: {
    page: "facts",
    button: "Save in the draft",
    owner: "administrator",
    fields: { feePence: "1" },
    refused: notAdministrator,
  },
  [`${prospectus}#submitHours`]: {
    page: "hours",
    button: "Save in the draft",
    owner: "administrator",
    fields: { minutes0: "60" },
    refused: notAdministrator,
  },
  [`${prospectus}#publish`]: {
    page: "publication",
    button: "Publish now",
    owner: "administrator",
    fields: { note: "Not mine to publish" },
    refused: notAdministrator,
  },
  [`${prospectus}#discard`]: {
    page: "publication",
    button: "Throw the draft away",
    owner: "administrator",
    refused: notAdministrator,
  },
  [`${prospectus}#restore`]: {
    page: "version",
    button: "Make version 1 the draft",
    owner: "administrator",
    refused: notAdministrator,
  },
  // The second programme's again; the lists belong to every manager.
  [`${funding}#submitNotice`]: {
    page: "newNotice",
    button: "Preview",
    owner: "administrator",
    fields: { step: "publish", body: "Not mine to publish", when: "now", day: "", time: "" },
    refused: notAdministrator,
  },
  [`${funding}#withdraw`]: {
    page: "notice",
    button: "Withdraw the notice",
    owner: "administrator",
    refused: notAdministrator,
  },
  [`${funding}#submitRule`]: {
    page: "rule",
    button: "Save the rule",
    owner: "administrator",
    fields: {
      name: "Not mine to make",
      explanation: "Everything",
      settings: "state",
      listName: "",
      validFrom: "2026-09-01",
      validTo: "",
    },
    refused: notAdministrator,
  },
  [`${funding}#takeRuleAway`]: {
    page: "rule",
    button: "Take it away",
    owner: "administrator",
    refused: notAdministrator,
  },
  [`${funding}#submitPartner`]: {
    page: "partner",
    button: "Save the partner",
    owner: "administrator",
    fields: { name: "Not mine to name", url: "https://elsewhere.example/" },
    refused: notAdministrator,
  },
  [`${funding}#takePartnerAway`]: {
    page: "partner",
    button: "Take it away",
    owner: "administrator",
    refused: notAdministrator,
  },
  // Whoever keeps no lists is refused before the file is looked at.
  [`${funding}#submitList`]: {
    page: "newList",
    button: "Upload the file",
    owner: "administrator",
    refused: notAnyManager,
  },
  [`${funding}#takeListAway`]: {
    page: "list",
    button: "Take it away",
    owner: "administrator",
    refused: notAnyManager,
  },
  [`${webinars}#create`]: {
    page: "newWebinar",
    button: "Save as a draft",
    owner: "administrator",
    fields: matrixWebinar,
    refused: notAnyManager,
  },
  [`${webinars}#change`]: {
    page: "webinarChange",
    button: "Save",
    owner: "administrator",
    fields: matrixWebinar,
    refused: notAnyManager,
  },
  [`${webinars}#publish`]: {
    page: "draftWebinar",
    button: "Publish it",
    owner: "administrator",
    refused: notAnyManager,
  },
  [`${webinars}#cancel`]: {
    page: "webinarCancellation",
    button: "Cancel the webinar",
    owner: "administrator",
    fields: { message: "Not mine to cancel" },
    refused: notAnyManager,
  },
  [`${webinars}#record`]: {
    page: "webinarRecording",
    button: "Save",
    owner: "administrator",
    fields: { recordingUrl: "https://video.example.org/matrix" },
    refused: notAnyManager,
  },
  "app/staff/events/[id]/register/actions.ts#submitRegister": {
    page: "register",
    button: "Review and save",
    owner: "administrator",
    fields: { step: "save" },
    refused: ["applicant", "participant", "otherFacilitator", "otherManager"],
  },
};
