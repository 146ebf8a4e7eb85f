import { hkdfSync } from "node:crypto";

/**
 * The key with which Next encrypts what a form carries for its action, in base64: 256 bits drawn from the portal's
 * secret. All servers with that secret have it, whatever build each of them made, so that a page of one can be sent
 * to another, and after a restart or a release.
 */
export function actionKey(secret: string): string {
  return Buffer.from(hkdfSync("sha256", secret, "", "npq-portal: what server actions carry", 32)).toString(
    "base64",
  );
}
