import type { BulkAddress, BulkKind, Reminder } from "./schema-bulk";

/** How pages say what is done with many applications. Safe in the browser. */

type How = Pick<BulkAddress, "act" | "about" | "funded">;

const REMIND_TITLES: Record<Reminder, string> = {
  offer: "Remind of an offer to be answered",
  sponsor: "Remind sponsors who have not answered",
  draft: "Remind of a draft not sent",
};

/** Of the page that shows who. */
export function bulkTitle({ act, about }: How): string {
  if (act === "offer") return "Offer places";
  if (act === "reject") return "Reject applications";
  return about ? REMIND_TITLES[about] : "Remind";
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** On the button that does it. */
export function bulkButton({ act, about, funded }: How, count: number): string {
  if (act === "offer")
    return `Offer ${counted(count, "place", "places").replace(" ", funded ? " funded " : " ")}`;
  if (act === "reject") return `Reject ${counted(count, "application", "applications")}`;
  return about === "sponsor"
    ? `Remind ${counted(count, "sponsor", "sponsors")}`
    : `Remind ${counted(count, "applicant", "applicants")}`;
}

/** What was done, with how many it reached: "3 places offered". */
export function bulkDone(
  { kind, about, fundedPlace }: { kind: BulkKind; about: Reminder | null; fundedPlace?: boolean },
  count: number,
): string {
  if (kind === "offer")
    return `${count} ${fundedPlace ? "funded " : ""}${count === 1 ? "place" : "places"} offered`;
  if (kind === "reject") return `${counted(count, "application", "applications")} rejected`;
  const of = { offer: "of an offer", sponsor: "", draft: "of a draft" }[about ?? "offer"];
  const who = about === "sponsor" ? ["sponsor", "sponsors"] : ["applicant", "applicants"];
  return `${counted(count, who[0] ?? "", who[1] ?? "")} reminded${of ? ` ${of}` : ""}`;
}

/** What became of one to whom it was done, as a line of the result. */
export function outcomeWords({
  kind,
  about,
  fundedPlace,
}: {
  kind: BulkKind;
  about: Reminder | null;
  fundedPlace: boolean;
}): string {
  if (kind === "offer") return fundedPlace ? "Funded place offered" : "Place offered";
  if (kind === "reject") return "Rejected";
  return about === "sponsor" ? "Sponsor reminded" : "Reminded";
}
