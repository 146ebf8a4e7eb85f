import { describe, expect, it } from "vitest";
import { askedEmail, receiptEmail, reminderEmail } from "@/lib/applications/endorsement/emails";
import {
  declinedEmail,
  declinedForStaffEmail,
  endorsedEmail,
  unansweredEmail,
  wrongPersonEmail,
} from "@/lib/applications/endorsement/emails-answered";
import type { Answer } from "@/lib/applications/schema-endorsement";
import { env } from "@/lib/env";

/** Every message about a sponsor as it is rendered: what it says, where it leads, and nothing run that was typed. */

const about = {
  id: "01939c00-0000-7000-8000-000000000001",
  reference: "NPQEL-4F7KQ2",
  fullName: "Amina <b>Yusuf</b>",
  sponsorName: "Dora & Penn",
  cohort: { name: "Spring 2027", programme: { shortName: "NPQEL", title: "Executive Leadership" } },
};
const sent = { token: "t".repeat(43), expiresAt: new Date("2026-12-21T23:59:59.999Z") };
const answer = (outcome: Answer["outcome"], note: string): Answer => ({
  outcome,
  note,
  jobTitle: "Chief executive",
  releasesTime: true,
  supportsMentor: true,
});
const application = "/applications/NPQEL-4F7KQ2";

describe("messages about a sponsor", () => {
  it.each([
    [askedEmail(about, sent), `/endorsements/${sent.token}`, "Please answer by Monday 21 December 2026."],
    [reminderEmail(about, sent), `/endorsements/${sent.token}`, "Please answer by Monday 21 December 2026."],
    [receiptEmail(about, answer("endorsed", "Fridays\n\nare free")), null, "> Fridays\n>\n> are free"],
    [receiptEmail(about, answer("declined", "Not now")), null, "> Not now"],
    [receiptEmail(about, answer("wrong_person", "")), null, "will not write to you about it again"],
    [endorsedEmail(about), application, "has endorsed your application"],
    [declinedEmail(about), application, "we do not pass on what a sponsor writes"],
    [wrongPersonEmail(about), `${application}/sponsor`, "Please name the right person."],
    [unansweredEmail(about), application, "has not answered in time"],
    [declinedForStaffEmail(about, "Too soon"), `/staff/applications/${about.id}`, "> Too soon"],
  ])("%# says the same in text and HTML", (message, path, says) => {
    const { subject, text, html } = message;
    expect(subject).toContain(about.reference);
    expect(text).toContain(says);
    expect(html).toContain(says.replaceAll(">", "&gt;").replaceAll("\n", "<br>"));
    for (const part of [text, html])
      expect(part.match(/https?:\/\/[^\s"<]+/g) ?? []).toEqual(
        path ? Array(part === html ? 2 : 1).fill(`${env().NEXTAUTH_URL}${path}`) : [],
      );
    expect(text).toContain("Amina <b>Yusuf</b>");
    expect(html).toContain("Amina &lt;b&gt;Yusuf&lt;/b&gt;");
    expect(html).not.toContain("<b>Yusuf");
  });

  it("tells neither applicant nor wrong person what the other one is not to read", () => {
    for (const { text } of [declinedEmail(about), wrongPersonEmail(about), endorsedEmail(about)])
      expect(text).not.toMatch(/endorsements\/|> /);
  });
});
