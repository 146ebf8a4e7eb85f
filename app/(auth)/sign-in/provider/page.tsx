import { notFound, redirect } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { browserSecret } from "@/lib/auth/cookies";
import { addressAtProvider } from "@/lib/auth/provider/start";
import { now } from "@/lib/clock";
import { staffProvider } from "@/lib/env";

/**
 * The step between the portal's form and the provider. A form may not lead to another origin (form-action 'self'), a
 * page may: it goes on by itself, and has a link for whoever's browser does not.
 */
export default async function ToProviderPage() {
  const provider = staffProvider() ?? notFound();
  const address = await addressAtProvider(await browserSecret(), now()).catch(() => "away");
  if (!address) redirect("/sign-in");
  if (address === "away") redirect("/sign-in?reason=provider-away");
  return (
    <>
      <title>{`To ${provider.name} - UCL Centre for Educational Leadership`}</title>
      <meta httpEquiv="refresh" content={`0;url=${address}`} />
      <PageHeading title={`On to ${provider.name}`} />
      <p className="mb-5">You sign in there, and come back here.</p>
      <ButtonLink href={address}>Go on</ButtonLink>
    </>
  );
}
