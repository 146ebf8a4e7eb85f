import { randomUUID } from "node:crypto";
import { deliverDue } from "@/lib/email/deliver";
import type { Transport } from "@/lib/email/transport";
import { askQuestion } from "@/lib/enquiries/ask";
import { log } from "@/lib/log";

/** A question whose confirmation no mail server takes: somebody mistyped their address. Run when the outbox is empty. */
export async function seedDeadLetter(at: Date): Promise<void> {
  const question = {
    name: "Nora Lindley",
    email: "nora.lindly@example.org",
    programme: "npqel",
    question: "Our trust closes for two weeks at Easter. Does the second module run through them?",
    formKey: randomUUID(),
  };
  await askQuestion({ ...question, clientIp: "192.0.2.250" }, at);
  await deliverToNobody(at);
}

/** Gives up what is due. Meant to fail: no line about it while the demo is filled. */
export async function deliverToNobody(at: Date): Promise<void> {
  const { level } = log;
  log.level = "silent";
  await deliverDue(at, { transport: refusing });
  log.level = level;
}

/** A mail server that knows nobody. */
const refusing: Transport = {
  kind: "smtp",
  send: () =>
    Promise.reject(
      Object.assign(new Error("refused"), {
        code: "EENVELOPE",
        command: "RCPT TO",
        responseCode: 550,
        response: "550 5.1.1 unknown",
      }),
    ),
};
