import { csvFile } from "@/lib/csv";
import { importSchools } from "@/lib/schools/import";
import type { WorkplaceKind } from "@/lib/schools/schema";
import { SCHOOLS, TOWNS, TRUSTS } from "./schools-list";

/** The register, brought in as an operator does: by a file through the import. */

const KINDS: Record<string, string> = {
  a: "Academy converter",
  m: "Community school",
  c: "Voluntary aided school",
  s: "Community special school",
  i: "Other independent school",
};

const urnOf = (index: number) => String(900_001 + index);

function rowOf(
  [name = "", town = "", phase = "", kind = "", trust = "", fate = ""]: string[],
  index: number,
) {
  const [authority = "", region = "", area = ""] = TOWNS[town] ?? [];
  const closed = fate.startsWith("closed ") ? fate.slice(7) : "";
  const status = closed
    ? ["2", "Closed"]
    : fate === "closing"
      ? ["3", "Open, but proposed to close"]
      : ["1", "Open"];
  return {
    URN: urnOf(index),
    "LA (name)": authority,
    EstablishmentName: name,
    "TypeOfEstablishment (name)": KINDS[kind] ?? "",
    "EstablishmentStatus (code)": status[0] ?? "",
    "EstablishmentStatus (name)": status[1] ?? "",
    CloseDate: closed,
    "PhaseOfEducation (name)": phase,
    Town: town,
    Postcode: `${area} ${1 + (index % 9)}${"ABDEFGHJLN"[index % 10]}${"PQRSTUWXYZ"[(index * 7) % 10]}`,
    UKPRN: String(19_900_001 + index),
    "GOR (name)": region,
    "Trusts (code)": trust,
    "Trusts (name)": TRUSTS[trust] ?? "",
  };
}

export async function seedSchools(at: Date): Promise<void> {
  const rows = SCHOOLS.map(rowOf);
  const headings = Object.keys(rows[0] ?? {});
  const text = csvFile([headings, ...rows.map((row) => Object.values(row))]);
  async function* chunks() {
    yield Buffer.from(text);
  }
  await importSchools({ fileName: "edubasealldata-demo.csv", chunks: chunks() }, at);
}

/** The school or trust of that name, as an application keeps its workplace; null for one typed by hand. */
export function placeNamed(name: string): { kind: WorkplaceKind; code: string } | null {
  const trust = Object.entries(TRUSTS).find(([, each]) => each === name);
  if (trust) return { kind: "trust", code: trust[0] };
  const index = SCHOOLS.findIndex(([each]) => each === name);
  return index < 0 ? null : { kind: "school", code: urnOf(index) };
}
