import { HEADINGS } from "./register-headings";

/**
 * Files in the shape of DfE's register, with schools that do not exist: small ones for tests, one of 52,000 rows for
 * measuring. The same numbers make the same file.
 */

export type Cells = Record<string, string>;

/** One open primary school; what a test cares about goes over it. */
export const FAIRLEA: Cells = {
  URN: "900101",
  "LA (code)": "990",
  "LA (name)": "Stanner Vale",
  EstablishmentName: "Fairlea Park Primary School",
  "TypeOfEstablishment (name)": "Community school",
  "EstablishmentStatus (code)": "1",
  "EstablishmentStatus (name)": "Open",
  "PhaseOfEducation (name)": "Primary",
  Town: "Fairlea",
  Postcode: "ZZ1 2AB",
  UKPRN: "19900101",
  "GOR (name)": "North Reach",
};

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A file of those rows, as GIAS writes it; `headings` where a test leaves one out. */
export function registerText(rows: readonly Cells[], headings: readonly string[] = HEADINGS): string {
  const lines = rows.map((row) => headings.map((heading) => quoted(row[heading] ?? "")).join(","));
  return [headings.map((heading) => `"${heading}"`).join(","), ...lines]
    .map((line) => `${line}\r\n`)
    .join("");
}

/** A text as the bytes of a file, in pieces that cut characters and line breaks where they like. */
export async function* inPieces(text: string, encoding: BufferEncoding = "latin1", size = 7_001) {
  const bytes = Buffer.from(text, encoding);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const FIRST =
  "Stanner Fairlea Mosswood Kestrel Harbour Larkrise Birchcombe Penmoor Tidewell Wend Copper Quarry Saltmarsh Northfell Weir Heron".split(
    " ",
  );
const SECOND = "Bridge Park Vale Down Lane Field Hill Reach Green Cross Mill Brook Heath Ford End Gate".split(
  " ",
);
const KINDS = [
  "Primary School",
  "St Mary's CofE Primary School",
  "Infant & Nursery School",
  "High School",
  "Academy",
  "Saint Étienne’s Catholic School",
  "Junior School",
  "School for Girls",
];
const PHASES = ["Primary", "Primary", "Primary", "Secondary", "Secondary", "Not applicable"];

/** A school of the large file; the word of its number makes names differ as much as real ones do. */
function schoolAt(n: number): Cells {
  const pick = <T>(from: readonly T[], step: number) => from[Math.floor(n / step) % from.length] as T;
  const place = `${pick(FIRST, 1)} ${pick(SECOND, 16)}`;
  const own = n.toString(26).replace(/\d/g, (digit) => "klmnopqrst"[Number(digit)] ?? "");
  const name = `${place} ${own.charAt(0).toUpperCase()}${own.slice(1)}ham ${pick(KINDS, 3)}`;
  // About half of the real register is closed.
  const closed = n % 2 === 1;
  const trust = n % 5 === 0 ? 2_000 + (n % 2_500) : undefined;
  const code = String(n).padStart(5, "0");
  return {
    URN: String(100_000 + n),
    "LA (code)": String(200 + (n % 150)),
    "LA (name)": `${pick(FIRST, 7)} ${pick(SECOND, 5)}`,
    EstablishmentNumber: String(n % 10_000).padStart(4, "0"),
    EstablishmentName: name,
    "TypeOfEstablishment (code)": "34",
    "TypeOfEstablishment (name)": trust ? "Academy converter" : "Community school",
    "EstablishmentTypeGroup (name)": trust ? "Academies" : "Local authority maintained schools",
    "EstablishmentStatus (code)": closed ? "2" : "1",
    "EstablishmentStatus (name)": closed ? "Closed" : "Open",
    OpenDate: "01-09-1998",
    CloseDate: closed ? "31-08-2014" : "",
    "PhaseOfEducation (name)": pick(PHASES, 1),
    "Trusts (code)": trust ? String(trust) : "",
    "Trusts (name)": trust ? `${pick(FIRST, 2)} ${pick(SECOND, 3)} Learning Trust ${trust}` : "",
    UKPRN: String(19_000_000 + n),
    Street: `${n % 300} ${place} Road`,
    Town: place,
    "County (name)": "North Reach",
    Postcode: `Z${"ABCDEFGHJK"[n % 10]}${1 + (n % 20)} ${1 + (n % 9)}${"ABDEFGHJLN"[Math.floor(n / 20) % 10]}${"PQRSTUWXYZ"[Math.floor(n / 200) % 10]}`,
    SchoolWebsite: `https://www.school-${code}.example.org/about-our-school`,
    "GOR (name)": "North Reach",
    PropsName: `The governors of ${name}, ${place} ("the school")`,
  };
}

/** The large file: `count` schools, each with its 139 cells filled up to about 1,150 bytes as in the real one. */
export function* largeRegister(count: number): Generator<Buffer> {
  yield Buffer.from(registerText([]), "latin1");
  const filler = HEADINGS.filter((heading) => !(heading in schoolAt(0)));
  for (let from = 0; from < count; from += 500) {
    const rows = Array.from({ length: Math.min(500, count - from) }, (_, i) => {
      const row = schoolAt(from + i);
      for (const [index, heading] of filler.entries())
        row[heading] = index % 3 === 0 ? "Not applicable" : index % 3 === 1 ? String(from + i + index) : "";
      return row;
    });
    const text = registerText(rows);
    yield Buffer.from(text.slice(text.indexOf("\r\n") + 2).replaceAll("’", "\u0092"), "latin1");
  }
}
