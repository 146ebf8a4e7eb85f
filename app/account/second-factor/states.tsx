import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { RecoveryCodesForm } from "@/components/second-factor/recovery-codes-form";
import { SquareCode } from "@/components/second-factor/square-code";
import { base32, factorAddress } from "@/lib/auth/second-factor/totp";
import { beginSetUp, confirmSetUp, endOwn, makeRecoveryCodes } from "./actions";

/** The three states of the page: none, one that waits for its first code, and one that is on. */

const code = {
  name: "code",
  inputMode: "numeric",
  autoComplete: "one-time-code",
  spellCheck: false,
  maxLength: 14,
  width: "short",
} as const;

export function SetUp() {
  return (
    <>
      <p className="mb-3">
        You need an authenticator app: the one your organisation gives you, or any other, such as Microsoft
        Authenticator, Google Authenticator or Apple’s Passwords. It takes a minute.
      </p>
      <p className="mb-5">
        Whoever gets into your mailbox then still cannot get in here. The portal never sends you a code of
        this kind, and nobody will ask you for one.
      </p>
      <ActionForm action={beginSetUp} submitLabel="Set it up" />
    </>
  );
}

export function ScanAndConfirm({ secret, email }: { secret: Buffer; email: string }) {
  const groups = base32(secret).match(/.{1,4}/g) ?? [];
  return (
    <ol className="grid gap-7">
      <li>
        <h2 className="mb-2">1. Add this to your app</h2>
        <p className="mb-3">Take a picture of the square with the app.</p>
        <SquareCode text={factorAddress(secret, email, "NPQ portal")} />
        <p className="mt-3">
          Or type this key into it: <code className="wrap-anywhere">{groups.join(" ")}</code>
        </p>
      </li>
      <li>
        <h2 className="mb-2">2. Type the code that the app shows</h2>
        <ActionForm action={confirmSetUp} title="Second factor" submitLabel="Turn it on">
          <TextField {...code} label="Code" hint="Six digits; a new one every thirty seconds" />
        </ActionForm>
      </li>
    </ol>
  );
}

export function FactorIsOn({ codesLeft }: { codesLeft: number }) {
  return (
    <>
      <h2 className="mb-2">Recovery codes</h2>
      <p className="mb-4">
        {codesLeft === 0
          ? "You have none. Without them, only an administrator can help when your phone is lost."
          : `You have ${codesLeft === 1 ? "one" : codesLeft} left. Each lets you in once, in place of a code from the app. Making new ones ends the old.`}
      </p>
      <p className="mb-4">
        Making new ones needs a code from your app of the last ten minutes.{" "}
        <a href="/sign-in?again=1&returnTo=%2Faccount%2Fsecond-factor">Sign in again</a> if yours is older.
      </p>
      <RecoveryCodesForm action={makeRecoveryCodes} />
      <h2 className="mt-9 mb-2">A new phone</h2>
      <p className="mb-4">
        Take this one away with a code from the app, or a recovery code, and set the new one up.
      </p>
      <ActionForm action={endOwn} submitLabel="Take it away" submitVariant="secondary" idPrefix="end-">
        <TextField {...code} label="Code" />
      </ActionForm>
    </>
  );
}
