import { getServerSession } from "next-auth/next";
import { authOptions } from "/work/main/lib/auth/next-auth";
import { readSession, startSession } from "/work/main/lib/auth/session-store";
import { ensurePerson, actorOf } from "/work/main/lib/auth/people";
import { db, inTransaction, disconnect } from "/work/main/lib/db";
import { now } from "/work/main/lib/clock";
import { sessionCookieName } from "/work/main/lib/auth/cookie-names";
import { tokenHash } from "/work/main/lib/auth/secrets";
const token = await inTransaction(async (tx) => { const p = await ensurePerson(tx, { email: `cost${Date.now()}@example.org` }, now()); return (await startSession(tx, (await actorOf(tx, p.id))!, null, now())).token; });
const headers = { host: "x", accept: "text/html", "user-agent": "x", cookie: `${sessionCookieName()}=${token}` }; const cookies = { [sessionCookieName()]: token };
const res = { getHeader() {}, setHeader() {}, setCookie() {} };
const viaNextAuth = () => getServerSession({ headers, cookies } as never, res as never, authOptions(now(), (e) => { throw e; }));
const direct = () => readSession(token, now());
const nested = () => db.session.findUnique({ where: { tokenHash: tokenHash(token) }, select: { id: true, createdAt: true, lastSeenAt: true, user: { select: { id: true, name: true, email: true, accessEndedAt: true, roles: { where: { endedAt: null }, select: { role: true, cohortId: true } } } } } });
async function run(name: string, f: () => Promise<unknown>) { for (let i = 0; i < 600; i++) await f(); const c = process.cpuUsage(), t = performance.now(); for (let i = 0; i < 10000; i++) await f(); const d = process.cpuUsage(c); console.log(name.padEnd(28), ((d.user + d.system) / 10000).toFixed(0), "µs CPU", ((performance.now() - t) / 10).toFixed(0), "µs elapsed"); }
if (!(await viaNextAuth()) || !(await direct())) throw new Error("no session");
for (let k = 0; k < 3; k++) { await run("direct read", direct); await run("getServerSession", viaNextAuth); await run("nested select", nested); }
await disconnect();
