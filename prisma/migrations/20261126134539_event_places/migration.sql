-- CreateEnum
CREATE TYPE "EventPlaceState" AS ENUM ('held', 'waiting', 'given_up');

-- CreateEnum
CREATE TYPE "EventPlaceKind" AS ENUM ('choice', 'guest');

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "byChoice" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "cancelledAt" TIMESTAMPTZ(3),
ADD COLUMN     "cancelledNote" VARCHAR(600) NOT NULL DEFAULT '',
ADD COLUMN     "capacity" INTEGER,
ADD COLUMN     "choiceUntil" DATE,
ADD COLUMN     "instructions" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "joiningUrl" VARCHAR(500),
ADD COLUMN     "placesTaken" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "EventPlace" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "milestoneId" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "kind" "EventPlaceKind" NOT NULL,
    "state" "EventPlaceState" NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "askedById" UUID,
    "waitingOrder" INTEGER,
    "heldAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "endedReason" VARCHAR(300) NOT NULL DEFAULT '',

    CONSTRAINT "EventPlace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventApology" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "saidAt" TIMESTAMPTZ(3) NOT NULL,
    "note" VARCHAR(600) NOT NULL DEFAULT '',
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "EventApology_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventNeeds" (
    "enrolmentId" UUID NOT NULL,
    "milestoneId" UUID NOT NULL,
    "access" VARCHAR(1000) NOT NULL DEFAULT '',
    "dietary" VARCHAR(1000) NOT NULL DEFAULT '',
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EventNeeds_pkey" PRIMARY KEY ("enrolmentId","milestoneId")
);

-- CreateIndex
CREATE INDEX "EventPlace_eventId_state_idx" ON "EventPlace"("eventId", "state");

-- CreateIndex
CREATE INDEX "EventPlace_enrolmentId_idx" ON "EventPlace"("enrolmentId");

-- CreateIndex
CREATE INDEX "EventApology_eventId_idx" ON "EventApology"("eventId");

-- CreateIndex
CREATE INDEX "EventApology_enrolmentId_idx" ON "EventApology"("enrolmentId");

-- CreateIndex
CREATE INDEX "EventNeeds_milestoneId_idx" ON "EventNeeds"("milestoneId");

-- AddForeignKey
ALTER TABLE "EventPlace" ADD CONSTRAINT "EventPlace_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventPlace" ADD CONSTRAINT "EventPlace_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventPlace" ADD CONSTRAINT "EventPlace_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventPlace" ADD CONSTRAINT "EventPlace_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventApology" ADD CONSTRAINT "EventApology_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventApology" ADD CONSTRAINT "EventApology_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventNeeds" ADD CONSTRAINT "EventNeeds_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventNeeds" ADD CONSTRAINT "EventNeeds_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever clicks when, no event holds more places than it has; a choice says until when it may be made, and is
-- between whole events, never a group's.
ALTER TABLE "Event"
  ADD CONSTRAINT "Event_places" CHECK ("placesTaken" >= 0 AND ("capacity" IS NULL OR ("capacity" BETWEEN 1 AND 5000 AND "placesTaken" <= "capacity"))),
  ADD CONSTRAINT "Event_choice" CHECK (NOT "byChoice" OR ("choiceUntil" IS NOT NULL AND "peerGroupId" IS NULL)),
  ADD CONSTRAINT "Event_instructions" CHECK (length("instructions") <= 8000),
  ADD CONSTRAINT "Event_version" CHECK ("version" > 0);

-- A waiting turn has no place yet, a held place has one, and only what was given up has ended.
ALTER TABLE "EventPlace"
  ADD CONSTRAINT "EventPlace_state" CHECK (
    ("state" = 'waiting' AND "heldAt" IS NULL AND "endedAt" IS NULL AND "waitingOrder" IS NOT NULL)
    OR ("state" = 'held' AND "heldAt" IS NOT NULL AND "endedAt" IS NULL)
    OR ("state" = 'given_up' AND "endedAt" IS NOT NULL)
  );

-- One turn or place a person at one event; of a milestone's events by choice, one place held and one waited for.
CREATE UNIQUE INDEX "EventPlace_one_an_event" ON "EventPlace"("eventId", "enrolmentId") WHERE "state" <> 'given_up';
CREATE UNIQUE INDEX "EventPlace_one_choice_held" ON "EventPlace"("enrolmentId", "milestoneId") WHERE "state" = 'held' AND "kind" = 'choice';
CREATE UNIQUE INDEX "EventPlace_one_choice_waiting" ON "EventPlace"("enrolmentId", "milestoneId") WHERE "state" = 'waiting' AND "kind" = 'choice';
-- Who is waiting, in order.
CREATE INDEX "EventPlace_waiting_order" ON "EventPlace"("eventId", "waitingOrder") WHERE "state" = 'waiting';

-- One apology a person and event stands at a time.
CREATE UNIQUE INDEX "EventApology_one_stands" ON "EventApology"("eventId", "enrolmentId") WHERE "withdrawnAt" IS NULL;
