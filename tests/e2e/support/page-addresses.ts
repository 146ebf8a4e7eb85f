import { ALL_PAGES, areaAddresses } from "../../support/matrix-areas";
import { KNOCKERS, type Knocker } from "../../support/matrix-table";
import { find, type Things, things } from "./matrix-people";

/** Every page of the portal with its address in the demo: for what goes over all of them. */

/** Page, by its folder → its address. */
export async function pageAddresses(at?: Things): Promise<Record<string, string>> {
  const [found, areas] = await Promise.all([at ?? things(), areaAddresses(find)]);
  return Object.fromEntries(
    Object.keys(ALL_PAGES).map((page) => [page, areas[page] ?? addressOf(page, found)]),
  );
}

/** The first of these who gets the page as the matrix has it; undefined where none of them does. */
export function whoGets(page: string, inOrder: readonly Knocker[]): Knocker | undefined {
  const answers = ALL_PAGES[page]?.split(" ") ?? [];
  return inOrder.find((who) => answers[KNOCKERS.indexOf(who)] === "ok");
}

/** Goes over all of them, a few at a time: the portal answers several at once, and the test waits for the sum. */
export async function eachOf<T>(all: readonly T[], look: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const next = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await look(one);
  };
  await Promise.all(Array.from({ length: 6 }, next));
}

function addressOf(page: string, at: Things): string {
  const mail = page.startsWith("dev/") ? at.mail : "";
  const id = page.startsWith("staff/applications/bulk")
    ? at.bulkAct
    : page.startsWith("staff/applications")
      ? at.underReviewId
      : page.startsWith("staff/cohorts")
        ? at.enrolment
        : page.startsWith("staff/enquiries")
          ? at.enquiry
          : page.startsWith("staff/webinars")
            ? at.webinar
            : at.event;
  const parts: Record<string, string> = {
    "[programme]": "npqel",
    "[reference]": page.includes("contact") ? at.enquiryReference : at.offered,
    "[section]": "why-join",
    "[area]": "teaching",
    "[number]": "1",
    "[step]": "about",
    "[milestone]": at.milestone,
    "[record]": at.record,
    "[cohort]": at.cohort,
    "[mail]": mail,
    "[token]": page.includes("webinars") ? at.placeToken : at.leaveToken,
    "[notice]": at.notice,
    "[rule]": at.rule,
    "[partner]": at.partner,
    "[upload]": page.startsWith("staff/cohorts") ? at.registrations : at.upload,
    "[webinar]": at.webinar,
    "[id]": id,
  };
  const kept = page.split("/").filter((part) => !part.startsWith("("));
  return `/${kept.map((part) => parts[part] ?? part).join("/")}`;
}
