-- CreateEnum
CREATE TYPE "CheckInState" AS ENUM ('draft', 'sent', 'confirmed', 'disputed');

-- CreateEnum
CREATE TYPE "ImpactExtent" AS ENUM ('a_great_deal', 'clearly', 'a_little', 'not_yet');

-- AlterTable
ALTER TABLE "EngagementRecord" ADD COLUMN     "mentorId" UUID,
ALTER COLUMN "recordedById" DROP NOT NULL;

-- CreateTable
CREATE TABLE "MentorContact" (
    "mentorId" UUID NOT NULL,
    "welcomedAt" TIMESTAMPTZ(3),
    "linkWithdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "MentorContact_pkey" PRIMARY KEY ("mentorId")
);

-- CreateTable
CREATE TABLE "MentorLink" (
    "id" UUID NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "tokenHash" CHAR(64) NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MentorLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MentorAsking" (
    "mentorId" UUID NOT NULL,
    "milestoneId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "remindedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MentorAsking_pkey" PRIMARY KEY ("mentorId","milestoneId")
);

-- CreateTable
CREATE TABLE "CheckIn" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "milestoneId" UUID NOT NULL,
    "state" "CheckInState" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "metOn" DATE,
    "talkedAbout" VARCHAR(3000) NOT NULL DEFAULT '',
    "nextSteps" VARCHAR(2000) NOT NULL DEFAULT '',
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "CheckIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckInAnswer" (
    "id" UUID NOT NULL,
    "checkInId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "metOn" DATE NOT NULL,
    "confirms" BOOLEAN NOT NULL,
    "words" VARCHAR(2000) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CheckInAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImpactReport" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "milestoneId" UUID NOT NULL,
    "mentorId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "extent" "ImpactExtent",
    "changes" VARCHAR(3000) NOT NULL DEFAULT '',
    "evidence" VARCHAR(3000) NOT NULL DEFAULT '',
    "hindered" VARCHAR(2000) NOT NULL DEFAULT '',
    "support" VARCHAR(2000) NOT NULL DEFAULT '',
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImpactReport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "MentorLink_tokenHash_key" ON "MentorLink"("tokenHash");

-- CreateIndex
CREATE INDEX "MentorLink_email_sentAt_idx" ON "MentorLink"("email", "sentAt");

-- CreateIndex
CREATE INDEX "MentorAsking_milestoneId_idx" ON "MentorAsking"("milestoneId");

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_enrolmentId_milestoneId_key" ON "CheckIn"("enrolmentId", "milestoneId");

-- CreateIndex
CREATE INDEX "CheckInAnswer_mentorId_idx" ON "CheckInAnswer"("mentorId");

-- CreateIndex
CREATE UNIQUE INDEX "CheckInAnswer_checkInId_version_key" ON "CheckInAnswer"("checkInId", "version");

-- CreateIndex
CREATE INDEX "ImpactReport_mentorId_idx" ON "ImpactReport"("mentorId");

-- CreateIndex
CREATE UNIQUE INDEX "ImpactReport_enrolmentId_milestoneId_mentorId_key" ON "ImpactReport"("enrolmentId", "milestoneId", "mentorId");

-- CreateIndex
CREATE INDEX "EngagementRecord_mentorId_idx" ON "EngagementRecord"("mentorId");

-- CreateIndex
CREATE INDEX "NpqMentor_email_idx" ON "NpqMentor"("email");

-- CreateIndex
CREATE INDEX "OutboxMessage_toAddress_createdAt_idx" ON "OutboxMessage"("toAddress", "createdAt");

-- AddForeignKey
ALTER TABLE "EngagementRecord" ADD CONSTRAINT "EngagementRecord_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "NpqMentor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorContact" ADD CONSTRAINT "MentorContact_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "NpqMentor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorAsking" ADD CONSTRAINT "MentorAsking_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "NpqMentor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MentorAsking" ADD CONSTRAINT "MentorAsking_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_enrolmentId_milestoneId_fkey" FOREIGN KEY ("enrolmentId", "milestoneId") REFERENCES "EnrolmentMilestone"("enrolmentId", "milestoneId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckInAnswer" ADD CONSTRAINT "CheckInAnswer_checkInId_fkey" FOREIGN KEY ("checkInId") REFERENCES "CheckIn"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckInAnswer" ADD CONSTRAINT "CheckInAnswer_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "NpqMentor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImpactReport" ADD CONSTRAINT "ImpactReport_enrolmentId_milestoneId_fkey" FOREIGN KEY ("enrolmentId", "milestoneId") REFERENCES "EnrolmentMilestone"("enrolmentId", "milestoneId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImpactReport" ADD CONSTRAINT "ImpactReport_mentorId_fkey" FOREIGN KEY ("mentorId") REFERENCES "NpqMentor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A record is somebody's who has an account, or a mentor's, who has none.
ALTER TABLE "EngagementRecord" ADD CONSTRAINT "EngagementRecord_recorder" CHECK (num_nonnulls("recordedById", "mentorId") = 1);
ALTER TABLE "EngagementRecord" ADD CONSTRAINT "EngagementRecord_mentor_confirms" CHECK ("mentorId" IS NULL OR "source" IN ('mentor_confirmation', 'submitted_form'));

-- What is sent to a mentor says when they met, what about and what next.
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_whole" CHECK ("state" = 'draft' OR ("sentAt" IS NOT NULL AND "metOn" IS NOT NULL AND "talkedAbout" <> '' AND "nextSteps" <> ''));
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_version" CHECK ("version" > 0);
-- A mentor confirms a check-in once.
CREATE UNIQUE INDEX "CheckInAnswer_one_confirms" ON "CheckInAnswer" ("checkInId") WHERE "confirms";

-- What is submitted is whole, and a milestone has one report, whoever else had begun one.
ALTER TABLE "ImpactReport" ADD CONSTRAINT "ImpactReport_whole" CHECK ("submittedAt" IS NULL OR ("extent" IS NOT NULL AND "changes" <> '' AND "evidence" <> '' AND "support" <> ''));
ALTER TABLE "ImpactReport" ADD CONSTRAINT "ImpactReport_version" CHECK ("version" > 0);
CREATE UNIQUE INDEX "ImpactReport_one_submitted" ON "ImpactReport" ("enrolmentId", "milestoneId") WHERE "submittedAt" IS NOT NULL;
