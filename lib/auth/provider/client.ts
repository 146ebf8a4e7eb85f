import "server-only";
import * as oidc from "openid-client";
import { env, staffProvider } from "../../env";

/** The university's OpenID Connect provider, as openid-client speaks to it. */

type Kept = { issuer: string; configuration: Promise<oidc.Configuration> };
let kept: Kept | undefined;

/** Where the provider sends people back to; it has to be registered there. */
export const callbackAddress = () => `${env().NEXTAUTH_URL}/sign-in/provider/callback`;

/**
 * What the provider says of itself, asked once and kept; asked again after a failure.
 * @throws Error when none is configured, or it does not answer.
 */
export async function providerConfiguration(): Promise<oidc.Configuration> {
  const provider = staffProvider();
  if (!provider) throw new Error("No provider is configured.");
  if (kept?.issuer !== provider.issuer) kept = { issuer: provider.issuer, configuration: discover(provider) };
  const { configuration } = kept;
  configuration.catch(() => {
    kept = undefined;
  });
  return configuration;
}

async function discover(
  provider: NonNullable<ReturnType<typeof staffProvider>>,
): Promise<oidc.Configuration> {
  const issuer = new URL(provider.issuer);
  // Plain http is only ever a provider on this machine (lib/env.ts).
  const execute = issuer.protocol === "http:" ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(issuer, provider.clientId, provider.clientSecret, undefined, {
    execute,
    timeout: 8,
  });
}
