-- CreateEnum
CREATE TYPE "CorrectionOutcome" AS ENUM ('put_right', 'not_changed');

-- CreateEnum
CREATE TYPE "AlternativeState" AS ENUM ('proposed', 'agreed', 'handed_in', 'sent_back', 'credited', 'declined', 'withdrawn');

-- CreateTable
CREATE TABLE "CorrectionRequest" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "milestoneId" UUID NOT NULL,
    "said" VARCHAR(2000) NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "formKey" UUID NOT NULL,
    "outcome" "CorrectionOutcome",
    "answer" VARCHAR(2000),
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "recordId" UUID,

    CONSTRAINT "CorrectionRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlternativeOption" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "kind" "ItemKind" NOT NULL,
    "title" VARCHAR(160) NOT NULL,
    "description" VARCHAR(1000) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "AlternativeOption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlternativeActivity" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "milestoneId" UUID NOT NULL,
    "optionId" UUID,
    "state" "AlternativeState" NOT NULL,
    "title" VARCHAR(160) NOT NULL,
    "plan" VARCHAR(2000) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "did" VARCHAR(4000),
    "learned" VARCHAR(4000),
    "doneOn" DATE,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "formKey" UUID NOT NULL,
    "recordId" UUID,

    CONSTRAINT "AlternativeActivity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlternativeStep" (
    "id" UUID NOT NULL,
    "alternativeId" UUID NOT NULL,
    "fromState" "AlternativeState",
    "toState" "AlternativeState" NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "words" VARCHAR(2000),

    CONSTRAINT "AlternativeStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChangesSeen" (
    "enrolmentId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChangesSeen_pkey" PRIMARY KEY ("enrolmentId")
);

-- CreateIndex
CREATE UNIQUE INDEX "CorrectionRequest_formKey_key" ON "CorrectionRequest"("formKey");

-- CreateIndex
CREATE UNIQUE INDEX "CorrectionRequest_recordId_key" ON "CorrectionRequest"("recordId");

-- CreateIndex
CREATE INDEX "CorrectionRequest_enrolmentId_milestoneId_idx" ON "CorrectionRequest"("enrolmentId", "milestoneId");

-- CreateIndex
CREATE INDEX "CorrectionRequest_answeredAt_askedAt_idx" ON "CorrectionRequest"("answeredAt", "askedAt");

-- CreateIndex
CREATE INDEX "CorrectionRequest_answeredById_idx" ON "CorrectionRequest"("answeredById");

-- CreateIndex
CREATE INDEX "AlternativeOption_programmeId_kind_idx" ON "AlternativeOption"("programmeId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "AlternativeActivity_formKey_key" ON "AlternativeActivity"("formKey");

-- CreateIndex
CREATE UNIQUE INDEX "AlternativeActivity_recordId_key" ON "AlternativeActivity"("recordId");

-- CreateIndex
CREATE INDEX "AlternativeActivity_enrolmentId_milestoneId_idx" ON "AlternativeActivity"("enrolmentId", "milestoneId");

-- CreateIndex
CREATE INDEX "AlternativeActivity_state_proposedAt_idx" ON "AlternativeActivity"("state", "proposedAt");

-- CreateIndex
CREATE INDEX "AlternativeActivity_optionId_idx" ON "AlternativeActivity"("optionId");

-- CreateIndex
CREATE INDEX "AlternativeStep_alternativeId_at_idx" ON "AlternativeStep"("alternativeId", "at");

-- CreateIndex
CREATE INDEX "AlternativeStep_byId_idx" ON "AlternativeStep"("byId");

-- AddForeignKey
ALTER TABLE "CorrectionRequest" ADD CONSTRAINT "CorrectionRequest_enrolmentId_milestoneId_fkey" FOREIGN KEY ("enrolmentId", "milestoneId") REFERENCES "EnrolmentMilestone"("enrolmentId", "milestoneId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionRequest" ADD CONSTRAINT "CorrectionRequest_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionRequest" ADD CONSTRAINT "CorrectionRequest_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "EngagementRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlternativeOption" ADD CONSTRAINT "AlternativeOption_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlternativeActivity" ADD CONSTRAINT "AlternativeActivity_enrolmentId_milestoneId_fkey" FOREIGN KEY ("enrolmentId", "milestoneId") REFERENCES "EnrolmentMilestone"("enrolmentId", "milestoneId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlternativeActivity" ADD CONSTRAINT "AlternativeActivity_optionId_fkey" FOREIGN KEY ("optionId") REFERENCES "AlternativeOption"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlternativeActivity" ADD CONSTRAINT "AlternativeActivity_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "EngagementRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlternativeStep" ADD CONSTRAINT "AlternativeStep_alternativeId_fkey" FOREIGN KEY ("alternativeId") REFERENCES "AlternativeActivity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlternativeStep" ADD CONSTRAINT "AlternativeStep_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChangesSeen" ADD CONSTRAINT "ChangesSeen_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An answer is whole or not there: outcome, words, who and when belong together; only what is put right has a record.
ALTER TABLE "CorrectionRequest" ADD CONSTRAINT "CorrectionRequest_answer_whole" CHECK (
  num_nonnulls("outcome", "answer", "answeredById", "answeredAt") IN (0, 4)
  AND (("outcome" IS NOT DISTINCT FROM 'put_right') = ("recordId" IS NOT NULL))
);

-- One open at a time for a milestone.
CREATE UNIQUE INDEX "CorrectionRequest_one_open" ON "CorrectionRequest"("enrolmentId", "milestoneId") WHERE "answeredAt" IS NULL;

ALTER TABLE "AlternativeOption" ADD CONSTRAINT "AlternativeOption_minutes" CHECK ("minutes" BETWEEN 15 AND 6000);
ALTER TABLE "AlternativeActivity" ADD CONSTRAINT "AlternativeActivity_minutes" CHECK ("minutes" BETWEEN 1 AND 6000);

-- One on its way at a time for a milestone.
CREATE UNIQUE INDEX "AlternativeActivity_one_live" ON "AlternativeActivity"("enrolmentId", "milestoneId")
  WHERE "state" IN ('proposed', 'agreed', 'handed_in', 'sent_back');

-- What was handed in says what was done and when; what was credited has its record, and nothing else has.
ALTER TABLE "AlternativeActivity" ADD CONSTRAINT "AlternativeActivity_handed_in" CHECK (
  "state" NOT IN ('handed_in', 'sent_back', 'credited') OR num_nulls("did", "learned", "doneOn") = 0
);
ALTER TABLE "AlternativeActivity" ADD CONSTRAINT "AlternativeActivity_credited" CHECK (
  ("state" = 'credited') = ("recordId" IS NOT NULL)
);
