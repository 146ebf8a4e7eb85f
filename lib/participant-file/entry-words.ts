import { hoursAndMinutes } from "../dates";
import { type RecordSource, SOURCE_WORDS } from "../engagement/schema";

/** The timeline's codes as people say them. Pure. */

const WORDS: Record<string, string> = {
  audit_sent: "Sent in a learning audit",
  check_in_sent: "Sent a check-in to the mentor",
  check_in_confirmed: "The mentor confirmed a check-in",
  check_in_disputed: "The mentor says that a check-in was not so",
  report_submitted: "The mentor submitted a report",
  place_taken: "Took a place",
  place_waiting: "Went on the waiting list",
  place_ended: "A place ended",
  apology: "Said that they cannot come",
  apology_withdrawn: "Can come after all",
  asked: "Asked for a correction",
  put_right: "A correction was made",
  not_changed: "A correction was asked for, and not made",
  proposed: "Proposed an alternative activity",
  agreed: "An alternative activity was agreed",
  handed_in: "Handed in an alternative activity",
  sent_back: "An alternative activity was sent back",
  credited: "An alternative activity was credited",
  declined: "An alternative activity was declined",
  withdrawn: "Withdrew an alternative activity",
  "state:active": "Active",
  "state:deferred": "Deferred",
  "state:withdrawn": "Withdrawn",
  "state:completed": "Completed the programme",
  "state:transferred": "Went on in another cohort",
  excused: "Excused from a milestone",
  required_again: "A milestone is required again",
  exception_made: "May take the assessment below the line",
  exception_ended: "The exception for the assessment was taken back",
  group: "Joined or left a group",
  sent: "E-mail",
  queued: "E-mail, on its way",
  given_up: "E-mail, given up",
  contact: "Somebody was in touch",
  contact_again: "An entry about a contact was put right",
  nudge: "Was sent a nudge",
  role_given: "Was given a role",
  role_ended: "A role ended",
  viewed: "Staff looked at their pages",
};

/** "Attendance register: 2 h", "Corrected, entered by staff: taken back", "Was sent a nudge". */
export function inWords({
  kind,
  word,
  minutes,
}: {
  kind: string;
  word: string;
  minutes: number | null;
}): string {
  if (kind !== "record") return WORDS[word] ?? word.replaceAll("_", " ");
  const [again, source] = word.startsWith("again:") ? ["Corrected, ", word.slice(6)] : ["", word];
  const how = SOURCE_WORDS[source as RecordSource] ?? source;
  const nothing = source === "attendance_register" ? "absent" : "taken back";
  const text = `${again}${how}: ${minutes ? hoursAndMinutes(minutes) : nothing}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
