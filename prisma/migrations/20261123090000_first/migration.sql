-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('administrator', 'cohort_manager', 'facilitator', 'coach', 'assessor');

-- CreateEnum
CREATE TYPE "SignInPurpose" AS ENUM ('sign_in', 'change_address');

-- CreateEnum
CREATE TYPE "ItemKind" AS ENUM ('information_webinar', 'induction', 'residential', 'face_to_face_event', 'learning_audit', 'learning_audit_review', 'self_directed_study', 'peer_learning_group', 'formative_assessment_task', 'mentor_check_in', 'module_evaluation', 'impact_report', 'coaching', 'implementation_project', 'engagement_threshold', 'assessment_platform_access', 'summative_assessment');

-- CreateEnum
CREATE TYPE "ItemMode" AS ENUM ('self_directed', 'facilitated', 'face_to_face');

-- CreateEnum
CREATE TYPE "ApplicationState" AS ENUM ('draft', 'submitted', 'under_review', 'waitlisted', 'offered', 'accepted', 'declined', 'rejected', 'withdrawn', 'expired');

-- CreateEnum
CREATE TYPE "FundingRoute" AS ENUM ('school_or_trust', 'self_funded', 'scholarship', 'independent_school');

-- CreateEnum
CREATE TYPE "DfeRegistration" AS ENUM ('registered', 'not_yet', 'not_sure');

-- CreateEnum
CREATE TYPE "OfferOutcome" AS ENUM ('accepted', 'declined', 'expired', 'withdrawn');

-- CreateEnum
CREATE TYPE "EnrolmentState" AS ENUM ('active', 'deferred', 'withdrawn', 'completed');

-- CreateEnum
CREATE TYPE "RecordSource" AS ENUM ('self_recorded', 'attendance_register', 'submitted_form', 'mentor_confirmation', 'staff_entry', 'credit');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "name" VARCHAR(120) NOT NULL DEFAULT '',
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "accessEndedAt" TIMESTAMPTZ(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleAssignment" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "cohortId" UUID,
    "grantedById" UUID,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoleAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenHash" CHAR(64) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInRequest" (
    "id" UUID NOT NULL,
    "purpose" "SignInPurpose" NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "userId" UUID,
    "tokenHash" CHAR(64) NOT NULL,
    "codeHash" CHAR(64) NOT NULL,
    "browserHash" CHAR(64) NOT NULL,
    "codeAttempts" INTEGER NOT NULL DEFAULT 0,
    "returnTo" VARCHAR(500),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignInRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateCount" (
    "key" VARCHAR(200) NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "RateCount_pkey" PRIMARY KEY ("key","windowStart")
);

-- CreateTable
CREATE TABLE "Programme" (
    "id" UUID NOT NULL,
    "slug" VARCHAR(60) NOT NULL,
    "position" INTEGER NOT NULL,
    "shortName" VARCHAR(30) NOT NULL,
    "title" VARCHAR(120) NOT NULL,
    "qualification" VARCHAR(200) NOT NULL,
    "dfeIdentifier" VARCHAR(60),
    "summary" VARCHAR(600) NOT NULL,
    "audience" VARCHAR(600) NOT NULL,
    "durationMonths" INTEGER NOT NULL,
    "learningMinutes" INTEGER NOT NULL,
    "engagementThresholdPercent" INTEGER NOT NULL,
    "feePence" INTEGER NOT NULL,
    "vatPercent" INTEGER NOT NULL,
    "scholarshipNote" VARCHAR(300) NOT NULL,
    "residentialPlaces" TEXT[],
    "contactEmail" VARCHAR(254) NOT NULL,
    "contactReplyHours" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgrammeSection" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "key" VARCHAR(60) NOT NULL,
    "label" VARCHAR(60) NOT NULL,
    "heading" VARCHAR(160) NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "ProgrammeSection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LearningArea" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "key" VARCHAR(60) NOT NULL,
    "title" VARCHAR(120) NOT NULL,
    "summary" VARCHAR(300) NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "LearningArea_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HoursComponent" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "component" VARCHAR(120) NOT NULL,
    "count" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "publishedAs" VARCHAR(60),

    CONSTRAINT "HoursComponent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Voice" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "who" VARCHAR(120) NOT NULL,
    "report" TEXT NOT NULL,

    CONSTRAINT "Voice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RouteMapItem" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "module" INTEGER,
    "kind" "ItemKind" NOT NULL,
    "title" VARCHAR(120) NOT NULL,
    "mode" "ItemMode",
    "minutes" INTEGER,
    "opensMonth" INTEGER,
    "closesMonth" INTEGER,
    "counts" BOOLEAN NOT NULL,
    "note" VARCHAR(300),

    CONSTRAINT "RouteMapItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cohort" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "slug" VARCHAR(60) NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "startsOn" DATE NOT NULL,
    "applicationsOpen" DATE,
    "applicationsClose" DATE,
    "offerDays" INTEGER NOT NULL DEFAULT 14,
    "capacity" INTEGER NOT NULL,
    "fundedPlaces" INTEGER NOT NULL,
    "placesTaken" INTEGER NOT NULL DEFAULT 0,
    "fundedTaken" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "itemId" UUID,
    "module" INTEGER,
    "kind" "ItemKind" NOT NULL,
    "title" VARCHAR(120) NOT NULL,
    "mode" "ItemMode",
    "minutes" INTEGER,
    "opensOn" DATE,
    "closesOn" DATE,
    "counts" BOOLEAN NOT NULL,
    "note" VARCHAR(300),

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Application" (
    "id" UUID NOT NULL,
    "reference" VARCHAR(30) NOT NULL,
    "userId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "state" "ApplicationState" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "fullName" VARCHAR(120) NOT NULL DEFAULT '',
    "trn" CHAR(7),
    "dfeRegistration" "DfeRegistration",
    "workplace" VARCHAR(160) NOT NULL DEFAULT '',
    "workplaceUrn" CHAR(6),
    "jobTitle" VARCHAR(120) NOT NULL DEFAULT '',
    "fundingRoute" "FundingRoute",
    "sponsorName" VARCHAR(120) NOT NULL DEFAULT '',
    "sponsorEmail" VARCHAR(254) NOT NULL DEFAULT '',
    "statement" TEXT NOT NULL DEFAULT '',
    "declaredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApplicationTransition" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "fromState" "ApplicationState",
    "toState" "ApplicationState" NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" VARCHAR(2000),

    CONSTRAINT "ApplicationTransition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Offer" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "fundedPlace" BOOLEAN NOT NULL,
    "offeredById" UUID NOT NULL,
    "offeredAt" TIMESTAMPTZ(3) NOT NULL,
    "answerBy" DATE NOT NULL,
    "outcome" "OfferOutcome",
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "applicationId" UUID,
    "state" "EnrolmentState" NOT NULL,
    "fundedPlace" BOOLEAN NOT NULL,
    "fullName" VARCHAR(120) NOT NULL,
    "workplace" VARCHAR(160) NOT NULL,
    "jobTitle" VARCHAR(120) NOT NULL,
    "trn" CHAR(7),
    "enrolledAt" TIMESTAMPTZ(3) NOT NULL,
    "peerGroupId" UUID,

    CONSTRAINT "Enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnrolmentStatusChange" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "fromState" "EnrolmentState",
    "toState" "EnrolmentState" NOT NULL,
    "reasonCode" VARCHAR(80),
    "effectiveOn" DATE NOT NULL,
    "byId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EnrolmentStatusChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnrolmentMilestone" (
    "enrolmentId" UUID NOT NULL,
    "milestoneId" UUID NOT NULL,
    "minutesRecorded" INTEGER NOT NULL DEFAULT 0,
    "completedAt" TIMESTAMPTZ(3),
    "credited" BOOLEAN NOT NULL DEFAULT false,
    "required" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "EnrolmentMilestone_pkey" PRIMARY KEY ("enrolmentId","milestoneId")
);

-- CreateTable
CREATE TABLE "EngagementRecord" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "milestoneId" UUID NOT NULL,
    "minutes" INTEGER NOT NULL,
    "completes" BOOLEAN NOT NULL,
    "source" "RecordSource" NOT NULL,
    "happenedOn" DATE NOT NULL,
    "note" VARCHAR(1000),
    "eventId" UUID,
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "supersedesId" UUID,
    "formKey" UUID,

    CONSTRAINT "EngagementRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PeerGroup" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "facilitatorId" UUID,

    CONSTRAINT "PeerGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "milestoneId" UUID NOT NULL,
    "title" VARCHAR(160) NOT NULL,
    "place" VARCHAR(120) NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "peerGroupId" UUID,
    "facilitatorId" UUID,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NpqMentor" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "jobTitle" VARCHAR(120) NOT NULL,
    "namedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "NpqMentor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "action" VARCHAR(60) NOT NULL,
    "subjectType" VARCHAR(40) NOT NULL,
    "subjectId" VARCHAR(60) NOT NULL,
    "cohortId" UUID,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" UUID NOT NULL,
    "dedupeKey" VARCHAR(200) NOT NULL,
    "template" VARCHAR(60) NOT NULL,
    "toAddress" VARCHAR(254) NOT NULL,
    "subject" VARCHAR(200) NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "secret" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "deadAt" TIMESTAMPTZ(3),
    "lastError" VARCHAR(500),

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DemoMail" (
    "id" UUID NOT NULL,
    "toAddress" VARCHAR(254) NOT NULL,
    "subject" VARCHAR(200) NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "arrivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DemoMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" VARCHAR(60) NOT NULL,
    "value" VARCHAR(200) NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "RoleAssignment_userId_idx" ON "RoleAssignment"("userId");

-- CreateIndex
CREATE INDEX "RoleAssignment_cohortId_idx" ON "RoleAssignment"("cohortId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "SignInRequest_tokenHash_key" ON "SignInRequest"("tokenHash");

-- CreateIndex
CREATE INDEX "SignInRequest_browserHash_idx" ON "SignInRequest"("browserHash");

-- CreateIndex
CREATE INDEX "SignInRequest_email_idx" ON "SignInRequest"("email");

-- CreateIndex
CREATE INDEX "SignInRequest_expiresAt_idx" ON "SignInRequest"("expiresAt");

-- CreateIndex
CREATE INDEX "RateCount_windowStart_idx" ON "RateCount"("windowStart");

-- CreateIndex
CREATE UNIQUE INDEX "Programme_slug_key" ON "Programme"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "ProgrammeSection_programmeId_key_key" ON "ProgrammeSection"("programmeId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "ProgrammeSection_programmeId_position_key" ON "ProgrammeSection"("programmeId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "LearningArea_programmeId_key_key" ON "LearningArea"("programmeId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "LearningArea_programmeId_position_key" ON "LearningArea"("programmeId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "HoursComponent_programmeId_position_key" ON "HoursComponent"("programmeId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Voice_programmeId_position_key" ON "Voice"("programmeId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "RouteMapItem_programmeId_number_key" ON "RouteMapItem"("programmeId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Cohort_programmeId_slug_key" ON "Cohort"("programmeId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Milestone_cohortId_number_key" ON "Milestone"("cohortId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Application_reference_key" ON "Application"("reference");

-- CreateIndex
CREATE INDEX "Application_userId_idx" ON "Application"("userId");

-- CreateIndex
CREATE INDEX "Application_cohortId_state_submittedAt_idx" ON "Application"("cohortId", "state", "submittedAt");

-- CreateIndex
CREATE INDEX "ApplicationTransition_applicationId_at_idx" ON "ApplicationTransition"("applicationId", "at");

-- CreateIndex
CREATE INDEX "Offer_applicationId_idx" ON "Offer"("applicationId");

-- CreateIndex
CREATE INDEX "Offer_answerBy_idx" ON "Offer"("answerBy");

-- CreateIndex
CREATE UNIQUE INDEX "Enrolment_applicationId_key" ON "Enrolment"("applicationId");

-- CreateIndex
CREATE INDEX "Enrolment_cohortId_fullName_id_idx" ON "Enrolment"("cohortId", "fullName", "id");

-- CreateIndex
CREATE INDEX "Enrolment_peerGroupId_idx" ON "Enrolment"("peerGroupId");

-- CreateIndex
CREATE UNIQUE INDEX "Enrolment_userId_cohortId_key" ON "Enrolment"("userId", "cohortId");

-- CreateIndex
CREATE INDEX "EnrolmentStatusChange_enrolmentId_at_idx" ON "EnrolmentStatusChange"("enrolmentId", "at");

-- CreateIndex
CREATE INDEX "EnrolmentMilestone_milestoneId_idx" ON "EnrolmentMilestone"("milestoneId");

-- CreateIndex
CREATE UNIQUE INDEX "EngagementRecord_supersedesId_key" ON "EngagementRecord"("supersedesId");

-- CreateIndex
CREATE UNIQUE INDEX "EngagementRecord_formKey_key" ON "EngagementRecord"("formKey");

-- CreateIndex
CREATE INDEX "EngagementRecord_enrolmentId_milestoneId_idx" ON "EngagementRecord"("enrolmentId", "milestoneId");

-- CreateIndex
CREATE INDEX "EngagementRecord_eventId_idx" ON "EngagementRecord"("eventId");

-- CreateIndex
CREATE UNIQUE INDEX "PeerGroup_cohortId_name_key" ON "PeerGroup"("cohortId", "name");

-- CreateIndex
CREATE INDEX "Event_cohortId_startsAt_idx" ON "Event"("cohortId", "startsAt");

-- CreateIndex
CREATE INDEX "Event_milestoneId_idx" ON "Event"("milestoneId");

-- CreateIndex
CREATE INDEX "Event_facilitatorId_idx" ON "Event"("facilitatorId");

-- CreateIndex
CREATE INDEX "NpqMentor_enrolmentId_idx" ON "NpqMentor"("enrolmentId");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectType_subjectId_idx" ON "AuditEntry"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "AuditEntry_cohortId_at_idx" ON "AuditEntry"("cohortId", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_at_idx" ON "AuditEntry"("actorId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_dedupeKey_key" ON "OutboxMessage"("dedupeKey");

-- CreateIndex
CREATE INDEX "DemoMail_arrivedAt_idx" ON "DemoMail"("arrivedAt");

-- AddForeignKey
ALTER TABLE "RoleAssignment" ADD CONSTRAINT "RoleAssignment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleAssignment" ADD CONSTRAINT "RoleAssignment_grantedById_fkey" FOREIGN KEY ("grantedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleAssignment" ADD CONSTRAINT "RoleAssignment_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignInRequest" ADD CONSTRAINT "SignInRequest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeSection" ADD CONSTRAINT "ProgrammeSection_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearningArea" ADD CONSTRAINT "LearningArea_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HoursComponent" ADD CONSTRAINT "HoursComponent_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Voice" ADD CONSTRAINT "Voice_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RouteMapItem" ADD CONSTRAINT "RouteMapItem_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "RouteMapItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationTransition" ADD CONSTRAINT "ApplicationTransition_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicationTransition" ADD CONSTRAINT "ApplicationTransition_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_offeredById_fkey" FOREIGN KEY ("offeredById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_peerGroupId_fkey" FOREIGN KEY ("peerGroupId") REFERENCES "PeerGroup"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnrolmentStatusChange" ADD CONSTRAINT "EnrolmentStatusChange_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnrolmentStatusChange" ADD CONSTRAINT "EnrolmentStatusChange_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnrolmentMilestone" ADD CONSTRAINT "EnrolmentMilestone_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnrolmentMilestone" ADD CONSTRAINT "EnrolmentMilestone_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EngagementRecord" ADD CONSTRAINT "EngagementRecord_enrolmentId_milestoneId_fkey" FOREIGN KEY ("enrolmentId", "milestoneId") REFERENCES "EnrolmentMilestone"("enrolmentId", "milestoneId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EngagementRecord" ADD CONSTRAINT "EngagementRecord_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EngagementRecord" ADD CONSTRAINT "EngagementRecord_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EngagementRecord" ADD CONSTRAINT "EngagementRecord_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "EngagementRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeerGroup" ADD CONSTRAINT "PeerGroup_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeerGroup" ADD CONSTRAINT "PeerGroup_facilitatorId_fkey" FOREIGN KEY ("facilitatorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_peerGroupId_fkey" FOREIGN KEY ("peerGroupId") REFERENCES "PeerGroup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_facilitatorId_fkey" FOREIGN KEY ("facilitatorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NpqMentor" ADD CONSTRAINT "NpqMentor_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ───────────── Rules that the schema cannot say; the portal's verbs lean on them ─────────────

-- Addresses are kept as lib/auth/address.ts normalises them.
ALTER TABLE "User" ADD CONSTRAINT "User_email_normalised" CHECK ("email" = lower("email") AND "email" ~ '^[^@[:space:]]+@[^@[:space:]]+$');

-- A role is held once at a time; a cohort manager's is for a cohort.
CREATE UNIQUE INDEX "RoleAssignment_held_once" ON "RoleAssignment" ("userId", "role", COALESCE("cohortId", '00000000-0000-0000-0000-000000000000'::uuid)) WHERE "endedAt" IS NULL;
ALTER TABLE "RoleAssignment" ADD CONSTRAINT "RoleAssignment_cohort" CHECK (("role" = 'cohort_manager') = ("cohortId" IS NOT NULL));

ALTER TABLE "SignInRequest" ADD CONSTRAINT "SignInRequest_attempts" CHECK ("codeAttempts" BETWEEN 0 AND 5);
ALTER TABLE "SignInRequest" ADD CONSTRAINT "SignInRequest_whose" CHECK ("purpose" = 'sign_in' OR "userId" IS NOT NULL);
ALTER TABLE "RateCount" ADD CONSTRAINT "RateCount_positive" CHECK ("count" > 0);

ALTER TABLE "Programme" ADD CONSTRAINT "Programme_figures" CHECK ("durationMonths" BETWEEN 1 AND 60 AND "learningMinutes" > 0 AND "engagementThresholdPercent" BETWEEN 0 AND 100 AND "feePence" >= 0 AND "vatPercent" BETWEEN 0 AND 100);
ALTER TABLE "HoursComponent" ADD CONSTRAINT "HoursComponent_figures" CHECK ("count" > 0 AND "minutes" > 0);

ALTER TABLE "RouteMapItem" ADD CONSTRAINT "RouteMapItem_figures" CHECK (("module" IS NULL OR "module" BETWEEN 1 AND 3) AND ("minutes" IS NULL OR "minutes" BETWEEN 0 AND 6000) AND (("opensMonth" IS NULL) = ("closesMonth" IS NULL)));
ALTER TABLE "RouteMapItem" ADD CONSTRAINT "RouteMapItem_counts" CHECK (NOT "counts" OR ("minutes" IS NOT NULL AND "minutes" > 0));

-- Places: moved only by conditional update, and never past these walls whoever clicks when.
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_places" CHECK ("placesTaken" BETWEEN 0 AND "capacity" AND "fundedTaken" BETWEEN 0 AND "fundedPlaces" AND "fundedTaken" <= "placesTaken");
ALTER TABLE "Cohort" ADD CONSTRAINT "Cohort_dates" CHECK (extract(day from "startsOn") = 1 AND ("applicationsClose" IS NULL OR ("applicationsOpen" IS NOT NULL AND "applicationsClose" >= "applicationsOpen")) AND "offerDays" BETWEEN 1 AND 90);

ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_figures" CHECK (("module" IS NULL OR "module" BETWEEN 1 AND 3) AND ("minutes" IS NULL OR "minutes" BETWEEN 0 AND 6000));
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_window" CHECK (("opensOn" IS NULL) = ("closesOn" IS NULL) AND ("closesOn" IS NULL OR "closesOn" >= "opensOn"));
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_counts" CHECK (NOT "counts" OR ("minutes" IS NOT NULL AND "minutes" > 0 AND "opensOn" IS NOT NULL));

-- One live application a person and cohort (a cohort belongs to one programme).
CREATE UNIQUE INDEX "Application_one_live" ON "Application" ("userId", "cohortId") WHERE "state" IN ('draft', 'submitted', 'under_review', 'waitlisted', 'offered', 'accepted');
ALTER TABLE "Application" ADD CONSTRAINT "Application_trn" CHECK ("trn" IS NULL OR ("trn" ~ '^[0-9]{7}$' AND "trn" <> '0000000'));
ALTER TABLE "Application" ADD CONSTRAINT "Application_urn" CHECK ("workplaceUrn" IS NULL OR "workplaceUrn" ~ '^[0-9]{6}$');
ALTER TABLE "Application" ADD CONSTRAINT "Application_submitted" CHECK ("state" IN ('draft', 'withdrawn') OR ("submittedAt" IS NOT NULL AND "declaredAt" IS NOT NULL));
ALTER TABLE "Application" ADD CONSTRAINT "Application_statement" CHECK (length("statement") <= 6000);

-- One live offer an application; an offer has ended exactly when it has an outcome.
CREATE UNIQUE INDEX "Offer_one_live" ON "Offer" ("applicationId") WHERE "outcome" IS NULL;
ALTER TABLE "Offer" ADD CONSTRAINT "Offer_ended" CHECK (("outcome" IS NULL) = ("endedAt" IS NULL));

ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_trn" CHECK ("trn" IS NULL OR ("trn" ~ '^[0-9]{7}$' AND "trn" <> '0000000'));
ALTER TABLE "EnrolmentMilestone" ADD CONSTRAINT "EnrolmentMilestone_minutes" CHECK ("minutesRecorded" >= 0);
ALTER TABLE "EngagementRecord" ADD CONSTRAINT "EngagementRecord_minutes" CHECK ("minutes" BETWEEN 0 AND 6000);
ALTER TABLE "EngagementRecord" ADD CONSTRAINT "EngagementRecord_date" CHECK ("happenedOn" BETWEEN DATE '2000-01-01' AND DATE '2100-12-31');
ALTER TABLE "Event" ADD CONSTRAINT "Event_times" CHECK ("endsAt" > "startsAt");
CREATE UNIQUE INDEX "NpqMentor_one_at_a_time" ON "NpqMentor" ("enrolmentId") WHERE "endedAt" IS NULL;

ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_one_end" CHECK (NOT ("sentAt" IS NOT NULL AND "deadAt" IS NOT NULL));
-- The deliverer's question, however many have been sent.
CREATE INDEX "OutboxMessage_waiting" ON "OutboxMessage" ("nextAttemptAt") WHERE "sentAt" IS NULL AND "deadAt" IS NULL;

-- The audit log and the engagement records are written once.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "EngagementRecord_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "EngagementRecord" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
