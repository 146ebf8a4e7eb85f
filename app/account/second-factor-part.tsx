import { isStaff } from "@/lib/auth/actor";
import { sessionUnderWay } from "@/lib/auth/session";

/** For staff: whether signing in asks for a code as well, and the way to change it. */
export async function SecondFactorPart() {
  const session = await sessionUnderWay();
  if (!session || !isStaff(session.actor)) return null;
  return (
    <section aria-labelledby="second-factor">
      <h2 id="second-factor" className="mt-9 mb-2">
        Second factor
      </h2>
      <p className="mb-3">
        {session.hasFactor
          ? "It is on: signing in by e-mail asks for a code from the app on your phone as well."
          : "It is not set up: whoever gets into your mailbox can sign in as you."}
      </p>
      <p>
        <a href="/account/second-factor">
          {session.hasFactor ? "Recovery codes, or a new phone" : "Set up a second factor"}
        </a>
      </p>
    </section>
  );
}
