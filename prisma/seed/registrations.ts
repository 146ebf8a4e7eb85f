import { uploadRegistrations } from "@/lib/applications/registrations/upload";
import type { Actor } from "@/lib/auth/actor";
import { csvFile } from "@/lib/csv";
import { londonTime } from "@/lib/dates";
import { applicants, participants } from "./cast";

/** Lists of registrations as DfE gives them, brought in by the cohorts' manager. */

const HEADINGS = [
  "id",
  "participant_id",
  "teacher_reference_number",
  "email",
  "full_name",
  "course_identifier",
];
const COURSE = "npq-executive-leadership";
type Person = { name: string; email: string; trn?: string | undefined; course?: string };

/** DfE's identifiers are UUIDs; these say by their beginning that they are made up. */
function listOf(people: readonly Person[], cohort: number): Uint8Array {
  const rows = people.map(({ name, email, trn, course = COURSE }, index) => {
    const end = String(cohort * 1_000 + index).padStart(12, "0");
    return [`00000000-demo-4000-8000-${end}`, `00000000-demo-4000-9000-${end}`, trn, email, name, course];
  });
  return new Uint8Array(Buffer.from(csvFile([HEADINGS, ...rows])));
}

/** For the running cohort all of its participants; for the open one some, and what needs a look. */
export async function seedRegistrations(
  manager: Actor,
  { running, open }: { running: string; open: string },
): Promise<void> {
  await uploadRegistrations(
    manager,
    {
      cohortId: running,
      file: { name: "npqel-spring-2026-registrations.csv", bytes: listOf(participants, 26) },
    },
    londonTime("2026-04-14", "10:30"),
  );
  const of = (name: string): Person =>
    applicants.find((applicant) => applicant.name === name) ?? { name, email: "" };
  const people: Person[] = [
    of("Bashir Noor"),
    { ...of("Catrin Vaughan"), email: "c.vaughan@penmoor.example.org" },
    { ...of("Elena Marsh"), trn: undefined },
    { ...of("Daniel Osei"), email: of("Bashir Noor").email },
    { name: "Oona Stride", email: "oona.stride@example.org", trn: "4890017" },
    { ...of("Iris Malone") },
    { name: "Perrin Vale", email: "perrin.vale@example.org", trn: "3771902", course: "npq-headship" },
  ];
  await uploadRegistrations(
    manager,
    { cohortId: open, file: { name: "npqel-spring-2027-registrations.csv", bytes: listOf(people, 27) } },
    londonTime("2026-11-20", "15:10"),
  );
}
