import { ActionForm } from "@/components/forms/action-form";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { browserSecret } from "@/lib/auth/cookies";
import { lookAtLink } from "@/lib/auth/requests";
import { viewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { homeFor } from "../../home-for";
import { confirmLink } from "./actions";

type Search = Promise<Record<string, string | string[] | undefined>>;

/** Where an e-mailed link leads. Opening it changes nothing: mail programs and scanners open links too. */
export default async function LinkPage({ searchParams }: { searchParams: Search }) {
  const { token } = await searchParams;
  const link = await lookAtLink(token, await browserSecret(), now());
  if (link.state === "elsewhere") return <Elsewhere />;
  if (link.state === "gone") return <Gone />;
  const changing = link.purpose === "change_address";
  const title = changing ? "Confirm your new e-mail address" : "Sign in";
  return (
    <>
      <PageHeading title={title} />
      <p className="mb-5">
        {changing ? "From then on you sign in as " : "You are signing in as "}
        <strong className="break-words">{link.email}</strong>.
        {changing ? " Every other browser and device is signed out." : ""}
      </p>
      <ActionForm
        action={confirmLink}
        title={title}
        submitLabel={changing ? "Confirm the new address" : "Sign in"}
        hidden={{ token: String(token) }}
      />
    </>
  );
}

function Elsewhere() {
  return (
    <>
      <title>Go back to the other browser - UCL Centre for Educational Leadership</title>
      <PageHeading title="Go back to the browser you started in" />
      <p className="mb-3">
        This link works only in the browser, or on the device, in which it was asked for. Go back there and
        type the six-digit code from the same e-mail: the page is still waiting for it.
      </p>
      <p className="mb-5">To go on in this browser instead, ask for a link here.</p>
      <ButtonLink href="/sign-in">Ask for a link here</ButtonLink>
    </>
  );
}

async function Gone() {
  const actor = await viewer();
  const title = actor ? "You are signed in" : "This link no longer works";
  return (
    <>
      <title>{`${title} - UCL Centre for Educational Leadership`}</title>
      <PageHeading title={title} />
      <p className="mb-5">
        {actor
          ? "The link has done its work, or is too old: you do not need it."
          : "A link works once and for ten minutes, and signing in ends all others. Ask for a new one."}
      </p>
      <ButtonLink href={actor ? await homeFor(actor) : "/sign-in"}>
        {actor ? "Continue" : "Ask for a new link"}
      </ButtonLink>
    </>
  );
}
