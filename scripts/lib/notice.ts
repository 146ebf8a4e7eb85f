import { existsSync } from "node:fs";
import { demoNow } from "./demo-clock";
import { inRoot } from "./paths";

/** The lines that tell a person where the portal is and how to get in. */
export async function demoNotice(origin: string, now: string = demoNow()): Promise<string> {
  const people = await suggested();
  const width = Math.max(0, ...people.map(({ email }) => email.length));
  return [
    "",
    `  The NPQ portal is running`,
    "",
    `    Open       ${origin}`,
    `    Mailbox    ${origin}/dev/mailbox   (sign-in links arrive here)`,
    `    Today      ${longDate(now)}, on the demo's own clock`,
    "",
    ...(people.length ? ["  Sign in as", ""] : []),
    ...people.map(({ email, who }) => `    ${email.padEnd(width)}   ${who}`),
    ...(people.length ? [""] : []),
    "  Ctrl-C stops it. The data stays in .data; remove that folder to begin again.",
    "",
  ].join("\n");
}

async function suggested(): Promise<{ email: string; who: string }[]> {
  if (!existsSync(inRoot("prisma", "seed", "cast.ts"))) return [];
  const { signInAs } = await import("../../prisma/seed/cast");
  return signInAs;
}

function longDate(instant: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    dateStyle: "full",
    timeStyle: "short",
    timeZone: "Europe/London",
  })
    .format(new Date(instant))
    .replace(",", "");
}
