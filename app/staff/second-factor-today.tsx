import { Notice } from "@/components/ui/notice";
import { lacksSecondFactor } from "@/lib/auth/session";

/** Asks staff who sign in by e-mail alone to set up a second factor; nothing for everybody else. */
export async function SecondFactorToday() {
  if (!(await lacksSecondFactor())) return null;
  return (
    <div className="mb-8">
      <Notice tone="soon" title="Your mailbox alone opens other people’s records">
        <a href="/account/second-factor">Set up a second factor</a>: an app on your phone, and a minute of
        your time.
      </Notice>
    </div>
  );
}
