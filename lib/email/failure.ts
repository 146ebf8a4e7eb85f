/**
 * Why an e-mail could not be sent, told from what Nodemailer throws. Pure. The words are made here and never
 * copied from the server's answer, which quotes addresses.
 */

export type SendFailure = {
  /** True when no later try can succeed: the server refused this recipient or this message for good. */
  permanent: boolean;
  /** True when the server itself could not be used, so that other messages would fare the same. */
  serverAway: boolean;
  /** A plain sentence for staff, without addresses. */
  reason: string;
};

type SmtpError = { code?: unknown; command?: unknown; responseCode?: unknown; response?: unknown };

/** A timeout of the whole attempt is reported as an abort. */
const AWAY: Record<string, string> = {
  ECONNECTION: "The mail server closed the connection",
  ETIMEDOUT: "The mail server did not answer in time",
  EABORT: "The mail server took too long",
  ESOCKET: "The mail server could not be reached",
  EDNS: "The mail server's name could not be looked up",
  ETLS: "A secure connection to the mail server could not be made",
  EAUTH: "The mail server refused the portal's sign-in",
  ENOAUTH: "The mail server asked for a sign-in that is not configured",
  EPROTOCOL: "The mail server did not speak SMTP",
};

const REFUSED: Record<string, string> = {
  "RCPT TO": "The mail server refused the recipient",
  "MAIL FROM": "The mail server refused the sender",
  DATA: "The mail server refused the message",
};

/** Reads an error of Nodemailer's SMTP transport. */
export function sendFailure(error: unknown): SendFailure {
  const { code, command, responseCode, response } = (error ?? {}) as SmtpError;
  const answer = typeof responseCode === "number" ? responseCode : undefined;
  if (answer === 421) {
    return {
      permanent: false,
      serverAway: true,
      reason: `The mail server is closing down (${codes(answer, response)}).`,
    };
  }
  const refused = REFUSED[String(command)];
  if (refused && answer !== undefined) {
    // A sender that is refused is the portal's own setting and concerns every message: those are kept.
    const permanent = answer >= 500 && command !== "MAIL FROM";
    return {
      permanent,
      serverAway: command === "MAIL FROM",
      reason: `${refused} (${codes(answer, response)}).`,
    };
  }
  const away = AWAY[String(code)];
  if (away) {
    return {
      permanent: false,
      serverAway: true,
      reason: answer ? `${away} (${codes(answer, response)}).` : `${away}.`,
    };
  }
  return {
    permanent: code === "EENVELOPE" && answer === undefined,
    serverAway: false,
    reason: unusual(code, answer),
  };
}

function unusual(code: unknown, answer: number | undefined): string {
  if (answer !== undefined) return `The mail server answered ${answer}.`;
  // Nodemailer itself refuses an address that cannot be written into an envelope.
  if (code === "EENVELOPE") return "The recipient's address cannot be used in an e-mail.";
  return "The message could not be sent.";
}

/** "550 5.1.1": the reply code with the enhanced one where the server gave it (RFC 3463). */
function codes(answer: number, response: unknown): string {
  const enhanced =
    typeof response === "string" ? /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] : undefined;
  return enhanced ? `${answer} ${enhanced}` : String(answer);
}
