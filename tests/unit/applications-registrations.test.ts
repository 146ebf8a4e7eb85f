import { describe, expect, it } from "vitest";
import { readRegistrations } from "@/lib/applications/registrations/list-file";
import { type Candidate, matchOf } from "@/lib/applications/registrations/match";

const bytes = (text: string, encoding: BufferEncoding = "utf8") =>
  new Uint8Array(Buffer.from(text, encoding));
const read = (text: string, encoding?: BufferEncoding) => readRegistrations(bytes(text, encoding));
const HEAD = "id,teacher_reference_number,email,full_name,course_identifier";
const row = (cells: string) => read(`${HEAD}\n${cells}\n`);

describe("a list of registrations", () => {
  const one = {
    line: 2,
    dfeId: "7f3a",
    trn: "4407718",
    email: "bashir.noor@example.org",
    fullName: "Bashir Noor",
    course: "npq-executive-leadership",
  };
  const cells = "7f3a,4407718,bashir.noor@example.org,Bashir Noor,npq-executive-leadership";
  it.each([
    ["as DfE writes it", `${HEAD}\n${cells}\n`],
    ["with a byte-order mark and CRLF", `\uFEFF${HEAD}\r\n${cells}\r\n`],
    ["with semicolons", `${HEAD}\n${cells}\n`.replaceAll(",", ";")],
    ["with tabs", `${HEAD}\n${cells}\n`.replaceAll(",", "\t")],
    [
      "with headings typed by hand",
      `ID, Teacher Reference Number ,E-Mail,FULL NAME,Course identifier\n${cells}\n`,
    ],
    ["with other columns", `status,${HEAD}\naccepted,${cells}\n`],
    ["with a participant's identifier", `participant_id,${HEAD.slice(3)}\n${cells}\n`],
    [
      "with spaces and capitals",
      `${HEAD}\n 7f3a , RP44/07718 , Bashir.Noor@Example.org ,Bashir  Noor,NPQ-Executive-Leadership\n`,
    ],
  ])("%s", (_, text) => {
    expect(read(text)).toEqual({ rows: [one], wrong: [] });
  });

  it("takes the registration's own identifier before the participant's", () => {
    const { rows } = read(`participant_id,id,trn\np1,a1,4407718\np1,a2,4407719\n`);
    expect(rows.map(({ dfeId }) => dfeId)).toEqual(["a1", "a2"]);
  });

  it("reads Latin letters as spreadsheets write them, and gives back the noughts they took", () => {
    const { rows } = read(`${HEAD}\na1,44077,,Zoë Müller,\n`, "latin1");
    expect(rows[0]).toMatchObject({ fullName: "Zoë Müller", trn: "0044077", email: "", course: "" });
  });

  it.each([
    [",4407718,,,", "The registration has no identifier"],
    ["a b,4407718,,,", "The identifier is none of DfE's"],
    ["a1,44077189,,,", "The TRN has not seven digits"],
    ["a1,0000000,,,", "The TRN has not seven digits"],
    ["a1,,bashir,,", "The e-mail address is none"],
    ["a1,,,Bashir,", "There is neither a TRN nor an e-mail address"],
  ])("%s: %s", (text, why) => {
    expect(row(text)).toEqual({ rows: [], wrong: [{ line: 2, why }] });
  });

  it("takes an identifier once", () => {
    expect(row("a1,4407718,,,\na1,4407719,,,").wrong).toEqual([
      { line: 3, why: "The registration a1 is on line 2 already" },
    ]);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ["nothing", "", /The file is empty/],
    ["headings only", `${HEAD}\n`, /no lines under its headings/],
    ["no identifier", "trn,email\n4407718,\n", /no heading “id”/],
    ["neither TRN nor e-mail", "id,full_name\na1,B\n", /no heading “teacher_reference_number”/],
    ["a heading twice", "id,trn,TRN\na1,4407718,4407718\n", /The column “TRN” is there twice/],
    ["a workbook", "PK\u0003\u0004\u0000", /This is not a CSV file/],
    ["an open quotation mark", `${HEAD}\n"a1,4407718`, /cannot be read from line/],
    ["too many lines", `id,trn\n${"a,4407718\n".repeat(5_001)}`, /more than 5,000 lines/],
    ["too many bytes", `id,trn\n${"a".repeat(900_000)}`, /larger than 900 kB/],
  ])("%s is refused", (_, text, message) => {
    expect(() => readRegistrations(typeof text === "string" ? bytes(text) : text)).toThrow(message);
  });
});

describe("whose registration it is", () => {
  const COHORT = "this";
  const someone = (more: Partial<Candidate> = {}): Candidate => ({
    id: "1",
    reference: "NPQEL-AAAAAA",
    cohortId: COHORT,
    cohortName: "NPQEL Spring 2027",
    state: "submitted",
    trn: "4407718",
    email: "bashir.noor@example.org",
    registered: null,
    ...more,
  });
  const other = someone({ id: "2", reference: "NPQEL-BBBBBB", trn: "5555555", email: "other@example.org" });
  const asked = { dfeId: "a1", trn: "4407718", email: "bashir.noor@example.org" };
  const why = (match: ReturnType<typeof matchOf>) =>
    "why" in match ? `${match.kind}: ${match.why}` : match.by;

  it.each<[string, typeof asked | { dfeId: string; trn: null; email: string }, Candidate[], string]>([
    ["both", asked, [someone(), other], "trn and email"],
    ["the TRN", { ...asked, email: "at.school@example.org" }, [someone()], "trn"],
    ["the address, no TRN in the list", { ...asked, trn: null }, [someone()], "email"],
    ["the address, no TRN in the application", asked, [someone({ trn: null })], "email"],
    ["a list again, for the same registration", asked, [someone({ registered: "a1" })], "trn and email"],
    [
      "an earlier try withdrawn",
      asked,
      [someone({ id: "3", state: "withdrawn" }), someone()],
      "trn and email",
    ],
    [
      "two people",
      { ...asked, email: other.email },
      [someone(), other],
      "conflict: The TRN is that of NPQEL-AAAAAA, the e-mail address that of NPQEL-BBBBBB",
    ],
    [
      "another TRN",
      { ...asked, trn: "9999999" },
      [someone()],
      "conflict: The e-mail address is that of NPQEL-AAAAAA, which gives another TRN",
    ],
    [
      "one TRN given twice",
      asked,
      [someone(), { ...other, trn: asked.trn }],
      "conflict: NPQEL-AAAAAA and NPQEL-BBBBBB give the same TRN, and only one of them can be meant",
    ],
    [
      "another registration",
      asked,
      [someone({ registered: "a9" })],
      "conflict: NPQEL-AAAAAA has a registration already: a9",
    ],
    ["withdrawn", asked, [someone({ state: "withdrawn" })], "unmatched: NPQEL-AAAAAA is over: withdrawn"],
    [
      "another cohort",
      asked,
      [someone({ cohortId: "that", cohortName: "NPQEL Spring 2028" })],
      "unmatched: The application is for another cohort: NPQEL-AAAAAA, NPQEL Spring 2028",
    ],
    ["nobody", asked, [], "unmatched: Nobody with this TRN or e-mail address has applied for this cohort"],
  ])("%s", (_, registration, candidates, expected) => {
    expect(why(matchOf(registration, candidates, COHORT))).toBe(expected);
  });

  it("finds nobody by an address or a TRN that neither has", () => {
    const nobody = someone({ trn: null, email: "" });
    expect(matchOf({ dfeId: "a1", trn: null, email: "" }, [nobody], COHORT).kind).toBe("unmatched");
  });
});
