import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { inData } from "./paths";
import { PlainError } from "./say";

/** The secret of the embedded demo: made once, kept in a file that only its owner may read. */
export function demoSecret(path = inData("secret")): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (!existsSync(path)) {
    writeFileSync(path, `${randomBytes(48).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  }
  chmodSync(path, 0o600);
  const secret = readFileSync(path, "utf8").trim();
  if (secret.length < 32) throw new PlainError(`${path} does not hold a secret: remove it to have one made.`);
  return secret;
}
