-- CreateEnum
CREATE TYPE "ContactHow" AS ENUM ('phone', 'email', 'meeting', 'other');

-- CreateTable
CREATE TABLE "EngagementSummary" (
    "enrolmentId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "day" DATE,
    "fullName" VARCHAR(120) NOT NULL,
    "workplace" VARCHAR(200) NOT NULL,
    "state" "EnrolmentState" NOT NULL,
    "peerGroupId" UUID,
    "toDatePercent" INTEGER,
    "overallPercent" INTEGER,
    "forecastPercent" INTEGER,
    "overdueCount" INTEGER NOT NULL,
    "lastActivityOn" DATE,
    "belowSince" DATE,
    "overdueSince" DATE,
    "quietSince" DATE,
    "unreachableSince" DATE,
    "urgency" INTEGER NOT NULL,

    CONSTRAINT "EngagementSummary_pkey" PRIMARY KEY ("enrolmentId")
);

-- CreateTable
CREATE TABLE "EngagementDay" (
    "cohortId" UUID NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "EngagementDay_pkey" PRIMARY KEY ("cohortId")
);

-- CreateTable
CREATE TABLE "StaleSummary" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cohortId" UUID NOT NULL,
    "enrolmentId" UUID,

    CONSTRAINT "StaleSummary_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EngagementContact" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "how" "ContactHow" NOT NULL,
    "happenedOn" DATE NOT NULL,
    "said" VARCHAR(2000) NOT NULL,
    "outcome" VARCHAR(1000) NOT NULL,
    "nextOn" DATE,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "supersedesId" UUID,
    "formKey" UUID NOT NULL,

    CONSTRAINT "EngagementContact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NudgeTemplate" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "programmeId" UUID,
    "position" INTEGER NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "subject" VARCHAR(120) NOT NULL,
    "body" VARCHAR(3000) NOT NULL,

    CONSTRAINT "NudgeTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Nudge" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "subject" VARCHAR(120) NOT NULL,
    "body" VARCHAR(3000) NOT NULL,
    "formKey" UUID NOT NULL,

    CONSTRAINT "Nudge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NudgeLetter" (
    "nudgeId" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "subject" VARCHAR(200) NOT NULL,
    "text" VARCHAR(8000) NOT NULL,

    CONSTRAINT "NudgeLetter_pkey" PRIMARY KEY ("nudgeId","enrolmentId")
);

-- CreateIndex
CREATE INDEX "EngagementSummary_cohortId_fullName_enrolmentId_idx" ON "EngagementSummary"("cohortId", "fullName", "enrolmentId");

-- CreateIndex
CREATE INDEX "EngagementSummary_cohortId_urgency_idx" ON "EngagementSummary"("cohortId", "urgency");

-- CreateIndex
CREATE INDEX "StaleSummary_cohortId_idx" ON "StaleSummary"("cohortId");

-- CreateIndex
CREATE UNIQUE INDEX "EngagementContact_supersedesId_key" ON "EngagementContact"("supersedesId");

-- CreateIndex
CREATE UNIQUE INDEX "EngagementContact_formKey_key" ON "EngagementContact"("formKey");

-- CreateIndex
CREATE INDEX "EngagementContact_enrolmentId_recordedAt_idx" ON "EngagementContact"("enrolmentId", "recordedAt");

-- CreateIndex
CREATE INDEX "EngagementContact_byId_idx" ON "EngagementContact"("byId");

-- CreateIndex
CREATE INDEX "NudgeTemplate_programmeId_idx" ON "NudgeTemplate"("programmeId");

-- CreateIndex
CREATE UNIQUE INDEX "Nudge_formKey_key" ON "Nudge"("formKey");

-- CreateIndex
CREATE INDEX "Nudge_cohortId_at_idx" ON "Nudge"("cohortId", "at");

-- CreateIndex
CREATE INDEX "Nudge_byId_idx" ON "Nudge"("byId");

-- CreateIndex
CREATE INDEX "NudgeLetter_enrolmentId_idx" ON "NudgeLetter"("enrolmentId");

-- AddForeignKey
ALTER TABLE "EngagementSummary" ADD CONSTRAINT "EngagementSummary_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EngagementSummary" ADD CONSTRAINT "EngagementSummary_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EngagementDay" ADD CONSTRAINT "EngagementDay_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EngagementContact" ADD CONSTRAINT "EngagementContact_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EngagementContact" ADD CONSTRAINT "EngagementContact_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EngagementContact" ADD CONSTRAINT "EngagementContact_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "EngagementContact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NudgeTemplate" ADD CONSTRAINT "NudgeTemplate_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nudge" ADD CONSTRAINT "Nudge_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nudge" ADD CONSTRAINT "Nudge_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NudgeLetter" ADD CONSTRAINT "NudgeLetter_nudgeId_fkey" FOREIGN KEY ("nudgeId") REFERENCES "Nudge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NudgeLetter" ADD CONSTRAINT "NudgeLetter_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One day a summary holds for, and no reason for an alert without an urgency, nor the other way round.
ALTER TABLE "EngagementSummary" ADD CONSTRAINT "EngagementSummary_urgency" CHECK (("urgency" > 0) = (COALESCE("belowSince", "overdueSince", "quietSince", "unreachableSince") IS NOT NULL));

-- What was said is kept as it was said: a correction is a row of its own, about the same person.
CREATE TRIGGER "EngagementContact_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "EngagementContact" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Nudge_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Nudge" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "NudgeLetter_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "NudgeLetter" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "EngagementContact" ADD CONSTRAINT "EngagementContact_next_later" CHECK ("nextOn" > "happenedOn");
ALTER TABLE "EngagementContact" ADD CONSTRAINT "EngagementContact_words" CHECK ("said" <> '' AND "outcome" <> '');

-- Whatever a summary is made from puts down that it has to be made again: triggers, so that no write can forget it.
-- Once a statement, so that a register of thousands costs one insert.
CREATE FUNCTION summary_is_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "StaleSummary" ("cohortId", "enrolmentId")
  SELECT DISTINCT e."cohortId", e."id" FROM changed c JOIN "Enrolment" e ON e."id" = c."enrolmentId";
  RETURN NULL;
END $$;
CREATE FUNCTION summary_of_enrolment_is_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "StaleSummary" ("cohortId", "enrolmentId") SELECT c."cohortId", c."id" FROM changed c;
  RETURN NULL;
END $$;
CREATE FUNCTION summaries_of_cohort_are_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "StaleSummary" ("cohortId") SELECT DISTINCT c."cohortId" FROM changed c JOIN "Cohort" o ON o."id" = c."cohortId";
  RETURN NULL;
END $$;
CREATE FUNCTION summaries_of_all_are_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Cohort' THEN
    INSERT INTO "StaleSummary" ("cohortId") VALUES (NEW."id");
  ELSE
    INSERT INTO "StaleSummary" ("cohortId") SELECT c."id" FROM "Cohort" c WHERE c."programmeId" = NEW."id";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "EnrolmentMilestone_stale_new" AFTER INSERT ON "EnrolmentMilestone" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION summary_is_stale();
CREATE TRIGGER "EnrolmentMilestone_stale" AFTER UPDATE ON "EnrolmentMilestone" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION summary_is_stale();
CREATE TRIGGER "EnrolmentMilestone_stale_gone" AFTER DELETE ON "EnrolmentMilestone" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION summary_is_stale();
CREATE TRIGGER "EngagementRecord_stale_new" AFTER INSERT ON "EngagementRecord" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION summary_is_stale();
CREATE TRIGGER "AlternativeActivity_stale_new" AFTER INSERT ON "AlternativeActivity" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION summary_is_stale();
CREATE TRIGGER "AlternativeActivity_stale" AFTER UPDATE ON "AlternativeActivity" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION summary_is_stale();
CREATE TRIGGER "Enrolment_stale_new" AFTER INSERT ON "Enrolment" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION summary_of_enrolment_is_stale();
CREATE TRIGGER "Enrolment_stale" AFTER UPDATE ON "Enrolment" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION summary_of_enrolment_is_stale();
CREATE TRIGGER "Milestone_stale_new" AFTER INSERT ON "Milestone" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION summaries_of_cohort_are_stale();
CREATE TRIGGER "Milestone_stale" AFTER UPDATE ON "Milestone" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION summaries_of_cohort_are_stale();
CREATE TRIGGER "Milestone_stale_gone" AFTER DELETE ON "Milestone" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION summaries_of_cohort_are_stale();
CREATE TRIGGER "Cohort_stale" AFTER UPDATE ON "Cohort" FOR EACH ROW WHEN (OLD."startsOn" IS DISTINCT FROM NEW."startsOn") EXECUTE FUNCTION summaries_of_all_are_stale();
CREATE TRIGGER "Programme_stale" AFTER UPDATE ON "Programme" FOR EACH ROW WHEN (OLD."engagementThresholdPercent" IS DISTINCT FROM NEW."engagementThresholdPercent") EXECUTE FUNCTION summaries_of_all_are_stale();

INSERT INTO "NudgeTemplate" ("position", "name", "subject", "body") VALUES
(1, 'Something is overdue', 'Your NPQ: what is overdue', E'Hello {first name},\n\nThese parts of your programme are overdue: {overdue}.\n\n{engagement}\n\nMost of it can still be made up. Your route map says what is open and what to do next. If something stands in the way, please answer this e-mail: we would rather know early.'),
(2, 'We have not seen you for a while', 'Your NPQ: how are you getting on?', E'Hello {first name},\n\nWe have seen nothing new from you in the portal for a while, and would like to know how you are getting on.\n\n{engagement}\n\nTen minutes is enough to log the study you have done. If work or life is in the way, please answer this e-mail and we will find a way together.'),
(3, 'Below the line', 'Your NPQ: getting back above the line', E'Hello {first name},\n\n{engagement}\n\nThat is below what the qualification asks for. Overdue now: {overdue}.\n\nPlease look at your route map this week. For a session you missed you can propose an alternative activity. Shall we talk? Answer this e-mail with a time that suits you.');
