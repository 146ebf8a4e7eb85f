-- CreateEnum
CREATE TYPE "WorkplaceKind" AS ENUM ('school', 'trust', 'by_hand');

-- CreateEnum
CREATE TYPE "LeadershipRole" AS ENUM ('executive_head', 'trust_chief_executive', 'head', 'other_senior');

-- CreateEnum
CREATE TYPE "SponsorRole" AS ENUM ('line_manager', 'chair_of_trustees', 'other_leader');

-- CreateEnum
CREATE TYPE "EndorsementOutcome" AS ENUM ('endorsed', 'declined', 'wrong_person');

-- CreateEnum
CREATE TYPE "ReviewRecommendation" AS ENUM ('offer', 'waitlist', 'reject');

-- AlterTable
ALTER TABLE "Application" ADD COLUMN     "carriedFromId" UUID,
ADD COLUMN     "declarations" TEXT[],
ADD COLUMN     "equalityDoneAt" TIMESTAMPTZ(3),
ADD COLUMN     "experience" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "leadershipRole" "LeadershipRole",
ADD COLUMN     "leadershipYears" INTEGER,
ADD COLUMN     "mentorEmail" VARCHAR(254) NOT NULL DEFAULT '',
ADD COLUMN     "mentorIsSponsor" BOOLEAN,
ADD COLUMN     "mentorJobTitle" VARCHAR(120) NOT NULL DEFAULT '',
ADD COLUMN     "mentorName" VARCHAR(120) NOT NULL DEFAULT '',
ADD COLUMN     "residentialPlace" VARCHAR(60),
ADD COLUMN     "schoolsLed" INTEGER,
ADD COLUMN     "sponsorRole" "SponsorRole",
ADD COLUMN     "sponsorSees" TEXT[],
ADD COLUMN     "waitRank" INTEGER,
ADD COLUMN     "workplaceKind" "WorkplaceKind",
ADD COLUMN     "workplacePostcode" VARCHAR(10) NOT NULL DEFAULT '',
ADD COLUMN     "workplaceTown" VARCHAR(80) NOT NULL DEFAULT '',
ADD COLUMN     "workplaceTrust" VARCHAR(12),
ALTER COLUMN "workplace" SET DATA TYPE VARCHAR(200);

-- AlterTable
ALTER TABLE "ApplicationTransition" ADD COLUMN     "reasonCodes" TEXT[];

-- AlterTable
ALTER TABLE "Offer" ADD COLUMN     "commitments" TEXT[],
ADD COLUMN     "overrideReason" VARCHAR(500);

-- CreateTable
CREATE TABLE "StatementPrompt" (
    "programmeId" UUID NOT NULL,
    "key" VARCHAR(60) NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" VARCHAR(160) NOT NULL,
    "guidance" VARCHAR(600) NOT NULL,
    "minWords" INTEGER NOT NULL,
    "maxWords" INTEGER NOT NULL,

    CONSTRAINT "StatementPrompt_pkey" PRIMARY KEY ("programmeId","key")
);

-- CreateTable
CREATE TABLE "ReviewCriterion" (
    "programmeId" UUID NOT NULL,
    "key" VARCHAR(60) NOT NULL,
    "position" INTEGER NOT NULL,
    "title" VARCHAR(120) NOT NULL,
    "guidance" VARCHAR(600) NOT NULL,
    "maxScore" INTEGER NOT NULL,

    CONSTRAINT "ReviewCriterion_pkey" PRIMARY KEY ("programmeId","key")
);

-- CreateTable
CREATE TABLE "Trust" (
    "code" VARCHAR(12) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "searchText" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL,

    CONSTRAINT "Trust_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "School" (
    "urn" CHAR(6) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "town" VARCHAR(80) NOT NULL,
    "postcode" VARCHAR(10) NOT NULL,
    "phase" VARCHAR(60) NOT NULL,
    "kind" VARCHAR(100) NOT NULL,
    "localAuthority" VARCHAR(80) NOT NULL,
    "region" VARCHAR(60) NOT NULL,
    "ukprn" CHAR(8),
    "trustCode" VARCHAR(12),
    "open" BOOLEAN NOT NULL,
    "closedOn" DATE,
    "searchText" TEXT NOT NULL,

    CONSTRAINT "School_pkey" PRIMARY KEY ("urn")
);

-- CreateTable
CREATE TABLE "SchoolImport" (
    "id" UUID NOT NULL,
    "fileName" VARCHAR(200) NOT NULL,
    "rowCount" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "closed" INTEGER NOT NULL,
    "finishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SchoolImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApplicationNeeds" (
    "applicationId" UUID NOT NULL,
    "access" VARCHAR(1000) NOT NULL DEFAULT '',
    "dietary" VARCHAR(1000) NOT NULL DEFAULT '',
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ApplicationNeeds_pkey" PRIMARY KEY ("applicationId")
);

-- CreateTable
CREATE TABLE "ApplicationStatement" (
    "applicationId" UUID NOT NULL,
    "promptKey" VARCHAR(60) NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "ApplicationStatement_pkey" PRIMARY KEY ("applicationId","promptKey")
);

-- CreateTable
CREATE TABLE "Endorsement" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "sponsorName" VARCHAR(120) NOT NULL,
    "sponsorEmail" VARCHAR(254) NOT NULL,
    "tokenHash" CHAR(64) NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "remindedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "outcome" "EndorsementOutcome",
    "answeredAt" TIMESTAMPTZ(3),
    "note" VARCHAR(2000) NOT NULL DEFAULT '',
    "jobTitle" VARCHAR(120) NOT NULL DEFAULT '',
    "releasesTime" BOOLEAN NOT NULL DEFAULT false,
    "supportsMentor" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Endorsement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvoiceDetails" (
    "applicationId" UUID NOT NULL,
    "payerName" VARCHAR(200) NOT NULL,
    "contactName" VARCHAR(120) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "address" VARCHAR(500) NOT NULL,
    "postcode" VARCHAR(10) NOT NULL,
    "purchaseOrder" VARCHAR(60) NOT NULL DEFAULT '',
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InvoiceDetails_pkey" PRIMARY KEY ("applicationId")
);

-- CreateTable
CREATE TABLE "ApplicationReview" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "reviewerId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "recommendation" "ReviewRecommendation",
    "comment" VARCHAR(2000) NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ApplicationReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewScore" (
    "reviewId" UUID NOT NULL,
    "criterionKey" VARCHAR(60) NOT NULL,
    "score" INTEGER NOT NULL,
    "reason" VARCHAR(1000) NOT NULL DEFAULT '',

    CONSTRAINT "ReviewScore_pkey" PRIMARY KEY ("reviewId","criterionKey")
);

-- CreateTable
CREATE TABLE "ConflictOfInterest" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "note" VARCHAR(500) NOT NULL,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConflictOfInterest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApplicationNote" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "body" VARCHAR(2000) NOT NULL,
    "formKey" UUID NOT NULL,

    CONSTRAINT "ApplicationNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EqualityAnswer" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "question" VARCHAR(40) NOT NULL,
    "answer" VARCHAR(60) NOT NULL,

    CONSTRAINT "EqualityAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BulkAct" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "kind" VARCHAR(40) NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "formKey" UUID NOT NULL,
    "settings" JSONB NOT NULL,
    "outcomes" JSONB NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BulkAct_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegistrationUpload" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "fileName" VARCHAR(200) NOT NULL,
    "rowCount" INTEGER NOT NULL,
    "report" JSONB NOT NULL,
    "uploadedById" UUID NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RegistrationUpload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegistrationEntry" (
    "id" UUID NOT NULL,
    "uploadId" UUID NOT NULL,
    "dfeId" VARCHAR(60) NOT NULL,
    "fullName" VARCHAR(120) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "trn" CHAR(7),
    "course" VARCHAR(60) NOT NULL,
    "applicationId" UUID,
    "matchedBy" VARCHAR(20),

    CONSTRAINT "RegistrationEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "StatementPrompt_programmeId_position_key" ON "StatementPrompt"("programmeId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewCriterion_programmeId_position_key" ON "ReviewCriterion"("programmeId", "position");

-- CreateIndex
CREATE INDEX "School_trustCode_idx" ON "School"("trustCode");

-- CreateIndex
CREATE INDEX "School_postcode_idx" ON "School"("postcode");

-- CreateIndex
CREATE UNIQUE INDEX "Endorsement_tokenHash_key" ON "Endorsement"("tokenHash");

-- CreateIndex
CREATE INDEX "Endorsement_applicationId_idx" ON "Endorsement"("applicationId");

-- CreateIndex
CREATE INDEX "Endorsement_expiresAt_idx" ON "Endorsement"("expiresAt");

-- CreateIndex
CREATE INDEX "ApplicationReview_reviewerId_idx" ON "ApplicationReview"("reviewerId");

-- CreateIndex
CREATE UNIQUE INDEX "ApplicationReview_applicationId_reviewerId_key" ON "ApplicationReview"("applicationId", "reviewerId");

-- CreateIndex
CREATE INDEX "ConflictOfInterest_userId_idx" ON "ConflictOfInterest"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "ConflictOfInterest_applicationId_userId_key" ON "ConflictOfInterest"("applicationId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "ApplicationNote_formKey_key" ON "ApplicationNote"("formKey");

-- CreateIndex
CREATE INDEX "ApplicationNote_applicationId_at_idx" ON "ApplicationNote"("applicationId", "at");

-- CreateIndex
CREATE INDEX "ApplicationNote_byId_idx" ON "ApplicationNote"("byId");

-- CreateIndex
CREATE INDEX "EqualityAnswer_cohortId_question_answer_idx" ON "EqualityAnswer"("cohortId", "question", "answer");

-- CreateIndex
CREATE UNIQUE INDEX "BulkAct_formKey_key" ON "BulkAct"("formKey");

-- CreateIndex
CREATE INDEX "BulkAct_cohortId_at_idx" ON "BulkAct"("cohortId", "at");

-- CreateIndex
CREATE INDEX "BulkAct_byId_idx" ON "BulkAct"("byId");

-- CreateIndex
CREATE INDEX "RegistrationUpload_cohortId_uploadedAt_idx" ON "RegistrationUpload"("cohortId", "uploadedAt");

-- CreateIndex
CREATE INDEX "RegistrationUpload_uploadedById_idx" ON "RegistrationUpload"("uploadedById");

-- CreateIndex
CREATE UNIQUE INDEX "RegistrationEntry_dfeId_key" ON "RegistrationEntry"("dfeId");

-- CreateIndex
CREATE INDEX "RegistrationEntry_uploadId_idx" ON "RegistrationEntry"("uploadId");

-- CreateIndex
CREATE INDEX "RegistrationEntry_applicationId_idx" ON "RegistrationEntry"("applicationId");

-- CreateIndex
CREATE INDEX "RegistrationEntry_email_idx" ON "RegistrationEntry"("email");

-- CreateIndex
CREATE INDEX "RegistrationEntry_trn_idx" ON "RegistrationEntry"("trn");

-- CreateIndex
CREATE INDEX "Application_workplaceUrn_idx" ON "Application"("workplaceUrn");

-- CreateIndex
CREATE INDEX "Application_workplaceTrust_idx" ON "Application"("workplaceTrust");

-- CreateIndex
CREATE INDEX "Application_carriedFromId_idx" ON "Application"("carriedFromId");

-- CreateIndex
CREATE UNIQUE INDEX "Application_cohortId_waitRank_key" ON "Application"("cohortId", "waitRank");

-- AddForeignKey
ALTER TABLE "StatementPrompt" ADD CONSTRAINT "StatementPrompt_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewCriterion" ADD CONSTRAINT "ReviewCriterion_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "School" ADD CONSTRAINT "School_trustCode_fkey" FOREIGN KEY ("trustCode") REFERENCES "Trust"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_workplaceUrn_fkey" FOREIGN KEY ("workplaceUrn") REFERENCES "School"("urn") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_workplaceTrust_fkey" FOREIGN KEY ("workplaceTrust") REFERENCES "Trust"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_carriedFromId_fkey" FOREIGN KEY ("carriedFromId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationNeeds" ADD CONSTRAINT "ApplicationNeeds_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationStatement" ADD CONSTRAINT "ApplicationStatement_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Endorsement" ADD CONSTRAINT "Endorsement_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvoiceDetails" ADD CONSTRAINT "InvoiceDetails_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationReview" ADD CONSTRAINT "ApplicationReview_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationReview" ADD CONSTRAINT "ApplicationReview_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewScore" ADD CONSTRAINT "ReviewScore_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "ApplicationReview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConflictOfInterest" ADD CONSTRAINT "ConflictOfInterest_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConflictOfInterest" ADD CONSTRAINT "ConflictOfInterest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationNote" ADD CONSTRAINT "ApplicationNote_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationNote" ADD CONSTRAINT "ApplicationNote_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EqualityAnswer" ADD CONSTRAINT "EqualityAnswer_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkAct" ADD CONSTRAINT "BulkAct_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkAct" ADD CONSTRAINT "BulkAct_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationUpload" ADD CONSTRAINT "RegistrationUpload_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationUpload" ADD CONSTRAINT "RegistrationUpload_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationEntry" ADD CONSTRAINT "RegistrationEntry_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "RegistrationUpload"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationEntry" ADD CONSTRAINT "RegistrationEntry_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE "Application"
  ADD CONSTRAINT "Application_leadership_years" CHECK ("leadershipYears" BETWEEN 0 AND 60),
  ADD CONSTRAINT "Application_schools_led" CHECK ("schoolsLed" BETWEEN 0 AND 500),
  ADD CONSTRAINT "Application_wait_rank" CHECK ("waitRank" IS NULL OR ("waitRank" > 0 AND "state" = 'waitlisted')),
  ADD CONSTRAINT "Application_not_from_itself" CHECK ("carriedFromId" IS NULL OR "carriedFromId" <> "id");
ALTER TABLE "StatementPrompt"
  ADD CONSTRAINT "StatementPrompt_words" CHECK ("minWords" >= 0 AND "maxWords" > "minWords" AND "maxWords" <= 2000);
ALTER TABLE "ReviewCriterion" ADD CONSTRAINT "ReviewCriterion_score" CHECK ("maxScore" BETWEEN 1 AND 10);
ALTER TABLE "ReviewScore" ADD CONSTRAINT "ReviewScore_score" CHECK ("score" BETWEEN 0 AND 10);
ALTER TABLE "School" ADD CONSTRAINT "School_urn" CHECK ("urn" ~ '^[0-9]{6}$');
ALTER TABLE "Endorsement"
  ADD CONSTRAINT "Endorsement_lower_case" CHECK ("sponsorEmail" = lower("sponsorEmail")),
  ADD CONSTRAINT "Endorsement_expires_after" CHECK ("expiresAt" > "askedAt"),
  ADD CONSTRAINT "Endorsement_answered" CHECK (("outcome" IS NULL) = ("answeredAt" IS NULL)),
  ADD CONSTRAINT "Endorsement_ended_or_answered" CHECK ("endedAt" IS NULL OR "outcome" IS NULL);
-- One asking stands at a time.
CREATE UNIQUE INDEX "Endorsement_one_live" ON "Endorsement"("applicationId") WHERE "endedAt" IS NULL AND "outcome" IS DISTINCT FROM 'wrong_person';
ALTER TABLE "RegistrationEntry" ADD CONSTRAINT "RegistrationEntry_lower_case" CHECK ("email" = lower("email"));
-- Looking for a school or trust by words and beginnings of words (lib/schools).
CREATE INDEX "School_words" ON "School" USING gin (to_tsvector('simple', "searchText")) WHERE "open";
CREATE INDEX "Trust_words" ON "Trust" USING gin (to_tsvector('simple', "searchText")) WHERE "open";
