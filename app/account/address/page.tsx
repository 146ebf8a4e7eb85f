import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer, signedInRecently } from "@/lib/auth/session";
import { askForNewAddress } from "./actions";

const PATH = "/account/address";
const BACK = { href: "/account", label: "Your account" };

export default async function ChangeAddressPage() {
  const actor = await requireViewer(PATH);
  if (!(await signedInRecently())) return <SignInFirst />;
  return (
    <>
      <PageHeading title="Change your e-mail address" back={BACK} />
      <p className="mb-5">
        It is <strong className="break-words">{actor.email}</strong> now. We will send a link to the new
        address to confirm that it is yours, and word of it to the old one. Nothing changes until you confirm
        it.
      </p>
      <ActionForm action={askForNewAddress} title="Change your e-mail address" submitLabel="Send the link">
        <TextField
          name="email"
          label="New e-mail address"
          type="email"
          inputMode="email"
          autoComplete="email"
          spellCheck={false}
          maxLength={254}
        />
      </ActionForm>
    </>
  );
}

function SignInFirst() {
  return (
    <>
      <title>Sign in again first - UCL Centre for Educational Leadership</title>
      <PageHeading title="Sign in again first" back={BACK} />
      <p className="mb-5">
        Changing your address needs a sign-in of the last ten minutes, so that nobody can do it on a device
        you left open.
      </p>
      <ButtonLink href={`/sign-in?again=1&returnTo=${encodeURIComponent(PATH)}`}>Sign in again</ButtonLink>
    </>
  );
}
