import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { browserSecret } from "@/lib/auth/cookies";
import { waitingRequest } from "@/lib/auth/requests";
import { now } from "@/lib/clock";
import { timeInLondon } from "@/lib/dates";
import { MailboxNotice } from "../../mailbox-notice";
import { signInWithCode } from "./actions";

export default async function CheckYourEmailPage() {
  const waiting = await waitingRequest(await browserSecret(), now());
  if (!waiting) return <NothingUnderWay />;
  const changing = waiting.purpose === "change_address";
  const again = changing ? "/account/address" : "/sign-in?again=1";
  return (
    <>
      <PageHeading title="Check your e-mail" />
      <p className="mb-4">
        We have sent an e-mail to <strong className="break-words">{waiting.email}</strong>. Open it in this
        browser and use its button{changing ? " to confirm the new address" : ""}. It works until{" "}
        {timeInLondon(waiting.expiresAt)}.
      </p>
      <h2 className="mb-2">Reading it on another device?</h2>
      <p className="mb-4">Then type the code from the e-mail here. There are five tries.</p>
      <ActionForm
        action={signInWithCode}
        title="Check your e-mail"
        submitLabel={changing ? "Confirm the new address" : "Sign in"}
      >
        <TextField
          name="code"
          label="Code"
          hint="Six digits"
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          maxLength={12}
          width="short"
        />
      </ActionForm>
      <p className="mt-6 text-muted">
        It can take a few minutes, and it may be with the unwanted mail.{" "}
        <a href={again}>Ask for another e-mail</a>, or for one to a different address.
      </p>
      <MailboxNotice />
    </>
  );
}

function NothingUnderWay() {
  return (
    <>
      <title>Nothing is under way - UCL Centre for Educational Leadership</title>
      <PageHeading title="Nothing is under way in this browser" />
      <p className="mb-5">
        The e-mail was used already, is more than ten minutes old, or was asked for in another browser.
      </p>
      <ButtonLink href="/sign-in">Sign in</ButtonLink>
    </>
  );
}
