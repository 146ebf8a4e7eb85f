import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { safeReturnTo } from "@/lib/auth/return-to";
import { viewer } from "@/lib/auth/session";
import { homeFor } from "../home-for";
import { MailboxNotice } from "../mailbox-notice";
import { askToSignIn } from "./actions";
import { ByProvider } from "./by-provider";

type Search = Promise<Record<string, string | string[] | undefined>>;

const REASONS: Record<string, string> = {
  "signed-out": "You are signed out.",
  "signed-out-everywhere":
    "You are signed out of every browser and device, and links under way no longer work.",
};

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const { returnTo, again, reason } = await searchParams;
  const path = safeReturnTo(returnTo);
  const actor = await viewer();
  // "again" is for steps that need a fresh sign-in of somebody who is signed in.
  if (actor && again === undefined) redirect(path ?? (await homeFor(actor)));
  const why = typeof reason === "string" ? REASONS[reason] : undefined;
  return (
    <>
      <PageHeading
        title={actor ? "Sign in again" : "Sign in"}
        caption={path ? "Then you go on to the page you asked for." : undefined}
      />
      {why ? (
        <div className="mb-5">
          <Notice tone="done">{why}</Notice>
        </div>
      ) : null}
      <ByProvider reason={reason} returnTo={path} />
      <p className="mb-5">
        We will send you an e-mail with a button to sign in and a code. There is no password. If you are new
        here, use the same form: your account is made when you first sign in.
      </p>
      <ActionForm
        action={askToSignIn}
        title="Sign in"
        submitLabel="Send me the e-mail"
        hidden={path ? { returnTo: path } : {}}
      >
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          inputMode="email"
          autoComplete="email"
          spellCheck={false}
          maxLength={254}
          defaultValue={actor?.email}
        />
      </ActionForm>
      <MailboxNotice />
    </>
  );
}
