import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { londonTime } from "@/lib/dates";
import { writeNotice } from "@/lib/funding/notices";
import { savePartner } from "@/lib/funding/partners";
import { saveRule } from "@/lib/funding/rules";
import { uploadList } from "@/lib/funding/upload";

/** Scholarships of the demo: invented lists, numbers and schools; the amounts and dates are examples. */

const LIST = "Priority areas 2026–27";
const OTHER_LIST = "Trusts that grow 2026–27";

/** Schools 900001 to 900020, and two trusts. None of these numbers is given to a real one. */
const listFile = () =>
  [
    "URN,UKPRN,List name,Valid from,Valid to,School",
    ...Array.from({ length: 20 }, (_, index) => {
      const name = SCHOOLS[index % SCHOOLS.length];
      return `${900_001 + index},,${LIST},2026-09-01,31/08/2027,${name}`;
    }),
    `,10990001,${OTHER_LIST},01/09/2026,,Tidewell Trust`,
    `,10990002,${OTHER_LIST},01/09/2026,,Penmoor Schools`,
  ].join("\r\n");

const SCHOOLS = [
  "Larkrise Field School",
  "Two Weirs Primary School",
  "Birchcombe School",
  "Wend Valley Academy",
  "Harbour Lane Junior School",
];

export async function seedFunding({ admin, manager }: { admin: Actor; manager: Actor }): Promise<void> {
  const began = londonTime("2026-09-30", "15:00");
  const file = { name: "priority-areas-2026-27.csv", bytes: new TextEncoder().encode(listFile()) };
  await uploadList(manager, { formKey: randomUUID(), file, checkOnly: false }, began);
  const rule = (slug: string, actor: Actor, words: Words) =>
    saveRule(actor, { ...words, slug, ruleId: null, formKey: randomUUID(), seen: "new" }, began);
  await rule("npqel", manager, {
    name: "Funded places, Spring 2027",
    explanation: `Six places of Spring 2027 are funded in full, for leaders in **state schools in priority areas**. Say in your application that you hope for one. When there are more who are eligible than places, the statements decide.`,
    settings: ["state"],
    listName: LIST,
    validFrom: "2026-10-01",
    validTo: "2027-03-26",
  });
  await rule("npqel", manager, {
    name: "Help with travel",
    explanation:
      "Up to £200 towards the journeys to the residentials, for leaders of trusts that are taking on schools. Ask when you are offered a place.",
    settings: ["state"],
    listName: OTHER_LIST,
    validFrom: "2026-09-01",
    validTo: null,
  });
  const partner = {
    name: "Meridian Schools Partnership (fictional)",
    url: "https://meridian.example.org/npqel",
  };
  await savePartner(
    manager,
    { ...partner, slug: "npqel", partnerId: null, formKey: randomUUID(), seen: "new" },
    began,
  );

  await writeNotice(
    manager,
    {
      slug: "npqel",
      formKey: randomUUID(),
      publicFrom: londonTime("2026-10-12", "10:00"),
      body: `**Six of the thirty places in Spring 2027 are funded in full.** They are for leaders in state schools in priority areas. Give your school’s URN in “Is it for me?” to see whether it is on the list.

How many funded places there are for later cohorts is not known yet.`,
    },
    londonTime("2026-10-09", "16:20"),
  );
  await writeNotice(
    manager,
    {
      slug: "npqel",
      formKey: randomUUID(),
      publicFrom: londonTime("2027-01-11", "09:00"),
      body: `**Funded places in Spring 2028.** From today you can read which lists count for the cohort that starts in May 2028, and how to apply for a funded place.`,
    },
    londonTime("2026-11-18", "11:45"),
  );

  // The second programme has one of each, not public yet: something to practise on.
  await rule("demonstration", admin, {
    name: "A rule to practise on",
    explanation: "Pays half of the fee. Only an example.",
    settings: ["state", "independent"],
    listName: null,
    validFrom: "2027-09-01",
    validTo: "2028-08-31",
  });
  const practice = { name: "A partner to practise on", url: "https://partner.example.org/" };
  await savePartner(
    admin,
    { ...practice, slug: "demonstration", partnerId: null, formKey: randomUUID(), seen: "new" },
    began,
  );
  await writeNotice(
    admin,
    {
      slug: "demonstration",
      formKey: randomUUID(),
      publicFrom: londonTime("2027-02-01", "09:00"),
      body: "A notice to practise on.",
    },
    began,
  );
}

type Words = Omit<Parameters<typeof saveRule>[1], "slug" | "ruleId" | "formKey" | "seen">;
