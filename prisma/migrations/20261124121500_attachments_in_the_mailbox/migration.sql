-- The demo's mailbox shows the files that come with an e-mail.
ALTER TABLE "DemoMail" ADD COLUMN "attachments" JSONB;

-- A personal link lives longer than a sign-in link, and not for ever.
ALTER TABLE "OutboxMessage" ADD COLUMN "usefulUntil" TIMESTAMPTZ(3);
