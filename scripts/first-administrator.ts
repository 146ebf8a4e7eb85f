import { appointFirstAdministrator } from "../lib/auth/first-administrator";
import { disconnect } from "../lib/db";
import { env } from "../lib/env";
import { FieldProblem, WrongState } from "../lib/errors";
import { command } from "./lib/command";
import { PlainError, say } from "./lib/say";

/** npm run first-administrator -- address "Name" — for a new site, which nobody can sign in to as staff yet. */
command(async () => {
  const [email, ...name] = process.argv.slice(2);
  if (!email) throw new PlainError('Say whom: npm run first-administrator -- name@example.org "Their Name"');
  try {
    env();
    await appointFirstAdministrator({ email, name: name.join(" ") }, new Date());
    say(`${email} is an administrator now. They sign in at ${env().NEXTAUTH_URL}/sign-in.`);
  } catch (error) {
    if (error instanceof WrongState || error instanceof FieldProblem) throw new PlainError(error.message);
    if (error instanceof Error && error.message.startsWith("Cannot start"))
      throw new PlainError(error.message);
    throw error;
  } finally {
    await disconnect();
  }
});
