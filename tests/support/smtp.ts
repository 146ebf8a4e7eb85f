import type { Socket } from "node:net";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";

/** What the server does with one message. */
export type Conduct =
  | { does: "accept" }
  /** Answers with that code at that step. */
  | { does: "refuse"; step: "sender" | "recipient" | "message"; code: number; text?: string }
  /** Takes the message and never answers. */
  | { does: "stall" }
  /** Ends the connection while the message is coming in. */
  | { does: "die" }
  /** Takes the message for good, but its answer never arrives: the connection ends instead. */
  | { does: "take and die" };

/** A message that the server has taken. */
export type Received = { to: string; subject: string; messageId: string; raw: string };

/** A real SMTP server on 127.0.0.1 whose conduct a test chooses message by message. */
export type TestSmtp = {
  url: string;
  received: Received[];
  /** How often somebody began to send to that address. */
  triesTo(address: string): number;
  /** Decides about each message by its recipient. */
  conduct: (to: string) => Conduct;
  stop(): Promise<void>;
};

export async function startSmtp(): Promise<TestSmtp> {
  const sockets = new Map<number | undefined, Socket>();
  const tries = new Map<string, number>();
  const smtp: TestSmtp = {
    url: "",
    received: [],
    triesTo: (address) => tries.get(address) ?? 0,
    conduct: () => ({ does: "accept" }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets.values()) socket.destroy();
      }),
  };
  // The sender comes before the recipient, so a sender's refusal is decided without one.
  const sender = (): Conduct => smtp.conduct("");
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    onMailFrom: (_, __, done) => done(refusal(sender(), "sender")),
    onRcptTo: ({ address }, _, done) => {
      tries.set(address, smtp.triesTo(address) + 1);
      done(refusal(smtp.conduct(address), "recipient"));
    },
    onData: (stream, session, done) => {
      const to = recipient(session);
      const conduct = smtp.conduct(to);
      const socket = sockets.get(session.remotePort);
      if (conduct.does === "die") return void stream.once("data", () => socket?.destroy());
      const take = (raw: string) => {
        const refused = refusal(conduct, "message");
        if (refused) return done(refused);
        if (conduct.does === "stall") return;
        smtp.received.push({
          to,
          raw,
          subject: header(raw, "Subject"),
          messageId: header(raw, "Message-ID"),
        });
        if (conduct.does === "take and die") socket?.destroy();
        else done();
      };
      // A client that goes away in the middle has sent nothing.
      text(stream).then(take, () => {});
    },
  });
  // A client that goes away is part of the tests.
  server.on("error", () => {});
  server.server.on("connection", (socket: Socket) => {
    const port = socket.remotePort;
    sockets.set(port, socket);
    socket.once("close", () => sockets.delete(port));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  smtp.url = `smtp://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  return smtp;
}

function recipient(session: SMTPServerSession): string {
  return session.envelope.rcptTo[0]?.address ?? "";
}

function refusal(conduct: Conduct, step: string): Error | undefined {
  if (conduct.does !== "refuse" || conduct.step !== step) return undefined;
  return Object.assign(new Error(conduct.text ?? "Refused"), { responseCode: conduct.code });
}

async function text(stream: SMTPServerDataStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function header(raw: string, name: string): string {
  return new RegExp(`^${name}: (.*)$`, "im").exec(raw)?.[1]?.trim() ?? "";
}
