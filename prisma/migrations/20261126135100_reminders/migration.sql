-- CreateEnum
CREATE TYPE "ReminderFrequency" AS ENUM ('each', 'weekly', 'essential');

-- CreateEnum
CREATE TYPE "ReminderKind" AS ENUM ('opens', 'closes', 'overdue', 'event_week', 'event_day');

-- CreateTable
CREATE TABLE "ReminderChoice" (
    "userId" UUID NOT NULL,
    "frequency" "ReminderFrequency" NOT NULL,
    "chosenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReminderChoice_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "ReminderLetter" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "digestOf" DATE,
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReminderLetter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReminderSent" (
    "id" UUID NOT NULL,
    "letterId" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "milestoneId" UUID NOT NULL,
    "eventId" UUID,
    "kind" "ReminderKind" NOT NULL,
    "fallsOn" DATE NOT NULL,

    CONSTRAINT "ReminderSent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReminderLetter_day_idx" ON "ReminderLetter"("day");

-- CreateIndex
CREATE UNIQUE INDEX "ReminderLetter_userId_day_key" ON "ReminderLetter"("userId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "ReminderLetter_userId_digestOf_key" ON "ReminderLetter"("userId", "digestOf");

-- CreateIndex
CREATE INDEX "ReminderSent_letterId_idx" ON "ReminderSent"("letterId");

-- CreateIndex
CREATE INDEX "ReminderSent_enrolmentId_idx" ON "ReminderSent"("enrolmentId");

-- CreateIndex
CREATE INDEX "ReminderSent_milestoneId_idx" ON "ReminderSent"("milestoneId");

-- CreateIndex
CREATE INDEX "ReminderSent_eventId_idx" ON "ReminderSent"("eventId");

-- AddForeignKey
ALTER TABLE "ReminderChoice" ADD CONSTRAINT "ReminderChoice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderLetter" ADD CONSTRAINT "ReminderLetter_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderSent" ADD CONSTRAINT "ReminderSent_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "ReminderLetter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderSent" ADD CONSTRAINT "ReminderSent_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderSent" ADD CONSTRAINT "ReminderSent_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderSent" ADD CONSTRAINT "ReminderSent_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Never twice: one fact a person, milestone, kind and day it falls on; for an event, of that event.
CREATE UNIQUE INDEX "ReminderSent_window_once" ON "ReminderSent"("enrolmentId", "milestoneId", "kind", "fallsOn") WHERE "eventId" IS NULL;
CREATE UNIQUE INDEX "ReminderSent_event_once" ON "ReminderSent"("enrolmentId", "eventId", "kind", "fallsOn") WHERE "eventId" IS NOT NULL;

-- Events are reminded of as events, windows as windows.
ALTER TABLE "ReminderSent" ADD CONSTRAINT "ReminderSent_kind_fits" CHECK (("eventId" IS NOT NULL) = ("kind" IN ('event_week', 'event_day')));

-- A digest is of the week that its day is in, from Monday to Saturday.
ALTER TABLE "ReminderLetter" ADD CONSTRAINT "ReminderLetter_digest_week" CHECK ("digestOf" IS NULL OR (extract(isodow FROM "digestOf") = 1 AND "day" - "digestOf" BETWEEN 0 AND 5));
