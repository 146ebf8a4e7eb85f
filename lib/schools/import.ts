import "server-only";
import { recordAudit } from "../audit/record";
import { db, inLongTransaction, type Tx } from "../db";
import { WrongState } from "../errors";
import { type Positions, positionsOf, type RegisterSchool, schoolOf } from "./register-columns";
import { recordsOf } from "./register-file";
import { type Counts, swapIn } from "./register-swap";
import { BATCH, makeStaging, stage } from "./staging";

/** What an import did, in schools. Those that the file does not name stay as they are. */
export type ImportOutcome = Counts & { rowCount: number; trusts: number };

/** A file of the register: its name without folders, and its bytes. */
export type RegisterFile = { fileName: string; chunks: AsyncIterable<Uint8Array> };

/** Any number that nothing else locks by. */
const LOCK = 7_201_844;
/** Far more than an import takes, so that only one that hangs is ended. */
const MOST_MINUTES = 15;

/**
 * Brings the schools and trusts to what DfE's register says (GIAS, "all establishment data"): adds and changes by URN,
 * marks as closed what is closed. All or nothing: a file with one wrong record changes nothing. From the command line
 * or the seed, never from a page.
 *
 * @param onSchools is told now and then how many schools have been read
 * @throws WrongState with the line and what is wrong with it, or that another import is running
 */
export async function importSchools(
  file: RegisterFile,
  at: Date,
  onSchools: (count: number) => void = () => {},
): Promise<ImportOutcome> {
  return inLongTransaction(MOST_MINUTES, async (tx) => {
    const [lock] = await tx.$queryRaw<
      { taken: boolean }[]
    >`SELECT pg_try_advisory_xact_lock(${LOCK}::bigint) AS taken`;
    if (!lock?.taken)
      throw new WrongState("Another import of schools is running. Start this one when it has ended.");
    await makeStaging(tx);
    const { rowCount, trusts } = await read(tx, file, onSchools);
    const counts = await swapIn(tx, rowCount, trusts);
    const outcome = { ...counts, rowCount, trusts: trusts.size };
    const { added, changed, closed } = counts;
    const fileName = file.fileName.slice(0, 200);
    const { id } = await tx.schoolImport.create({
      data: { fileName, rowCount, added, changed, closed, finishedAt: at },
      select: { id: true },
    });
    const fact = { action: "schools.imported", subjectType: "school_import", subjectId: id, after: outcome };
    await recordAudit(tx, null, fact, at);
    return outcome;
  });
}

/**
 * Tidies the tables after an import, so that searches are at their quickest at once: PostgreSQL does the same by itself
 * a little later, which is how it stays where the role may not or the statement takes too long.
 */
export async function tidyRegister(): Promise<void> {
  await db.$executeRaw`VACUUM (ANALYZE) "School", "Trust"`.catch(() => {});
}

/** Reads the file to its end into the staging table; answers how many schools, and the trusts by code. */
async function read(tx: Tx, { chunks }: RegisterFile, onSchools: (count: number) => void) {
  const lineOf = new Map<string, number>();
  const trusts = new Map<string, string>();
  let positions: Positions | undefined;
  let batch: RegisterSchool[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    await stage(tx, lineOf.size - batch.length, batch);
    batch = [];
    onSchools(lineOf.size);
  };
  for await (const { line, cells } of recordsOf(chunks)) {
    if (!positions) {
      positions = rightOrRefuse(line, positionsOf(cells));
      continue;
    }
    const school = rightOrRefuse(line, schoolOf(cells, positions));
    const first = lineOf.get(school.urn);
    if (first !== undefined) refuse(line, `URN ${school.urn} is there already, on line ${first}`);
    lineOf.set(school.urn, line);
    if (school.trustCode) trusts.set(school.trustCode, school.trustName);
    batch.push(school);
    if (batch.length === BATCH) await flush();
  }
  if (!positions) throw new WrongState("The file is empty.");
  if (lineOf.size === 0) throw new WrongState("The file has its headings but no schools.");
  await flush();
  return { rowCount: lineOf.size, trusts };
}

function rightOrRefuse<T>(line: number, result: T | string): T {
  if (typeof result === "string") refuse(line, result);
  return result as T;
}

function refuse(line: number, why: string): never {
  throw new WrongState(`Line ${line}: ${why}.`);
}
