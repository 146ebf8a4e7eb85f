import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { safeReturnTo, signInPath } from "@/lib/auth/return-to";
import { sessionUnderWay } from "@/lib/auth/session";
import { homeFor } from "../../home-for";
import { finishSigningIn } from "./actions";

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function SecondFactorStepPage({ searchParams }: { searchParams: Search }) {
  const session = await sessionUnderWay();
  const path = safeReturnTo((await searchParams).returnTo);
  if (session?.standing === "in") redirect(path ?? (await homeFor(session.actor)));
  if (session?.standing !== "factor") redirect(signInPath(path ?? "/staff"));
  return (
    <>
      <PageHeading title="Your code" caption={`Signing in as ${session.actor.email}`} />
      <p className="mb-5">
        Open the authenticator app on your phone and type the code it shows for the NPQ portal.
      </p>
      <ActionForm
        action={finishSigningIn}
        title="Your code"
        submitLabel="Sign in"
        hidden={path ? { returnTo: path } : {}}
      >
        <TextField
          name="code"
          label="Code"
          hint="Six digits, or one of your recovery codes"
          autoComplete="one-time-code"
          spellCheck={false}
          maxLength={14}
          width="short"
        />
      </ActionForm>
      <p className="mt-6 text-muted">
        No phone and no recovery code left? An administrator can reset your second factor. This is not you?{" "}
        <a href="/sign-in?again=1">Sign in with another address</a>.
      </p>
    </>
  );
}
