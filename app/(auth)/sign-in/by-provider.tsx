import { sentenceFor } from "@/app/sentence-for";
import { ActionForm } from "@/components/forms/action-form";
import { Notice } from "@/components/ui/notice";
import { staffProvider } from "@/lib/env";
import { goToProvider } from "./actions";

/** Why somebody of staff is not in yet. */
const REASONS: Record<string, (name: string) => string> = {
  provider: (name) => `People who work here sign in with ${name}.`,
  "provider-failed": (name) => `Signing in with ${name} did not work. Try again.`,
  "provider-unknown": (name) =>
    `${name} has signed you in, but nobody who works here has that address. Ask an administrator to invite you.`,
  "provider-away": (name) => `${name} does not answer. Try again in a minute.`,
};

type Props = { reason: string | string[] | undefined; returnTo: string | null };

/** Where staff have a provider, the way to it, above the e-mailed link; nothing anywhere else. */
export function ByProvider({ reason, returnTo }: Props) {
  const provider = staffProvider();
  if (!provider) return null;
  const why = sentenceFor(REASONS, reason)?.(provider.name);
  return (
    <>
      {why ? (
        <div className="mb-5">
          <Notice tone={reason === "provider" ? "info" : "late"}>{why}</Notice>
        </div>
      ) : null}
      <h2 className="mb-2">If you work here</h2>
      <ActionForm
        action={goToProvider}
        submitLabel={`Sign in with ${provider.name}`}
        hidden={returnTo ? { returnTo } : {}}
      />
      <h2 className="mt-9 mb-2">If you apply or take part</h2>
    </>
  );
}
