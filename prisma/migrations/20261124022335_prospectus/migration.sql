-- CreateEnum
CREATE TYPE "InterestTopic" AS ENUM ('scholarships', 'next_cohort');

-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN     "attachments" JSONB;

-- CreateTable
CREATE TABLE "DeliveryPartner" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "url" VARCHAR(300) NOT NULL,

    CONSTRAINT "DeliveryPartner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProgrammeDraft" (
    "programmeId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "savedById" UUID NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProgrammeDraft_pkey" PRIMARY KEY ("programmeId")
);

-- CreateTable
CREATE TABLE "ProgrammeVersion" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "note" VARCHAR(300) NOT NULL DEFAULT '',
    "publishedById" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProgrammeVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enquiry" (
    "id" UUID NOT NULL,
    "reference" VARCHAR(20) NOT NULL,
    "programmeId" UUID,
    "name" VARCHAR(120) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "question" TEXT NOT NULL,
    "formKey" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,
    "closedReason" VARCHAR(300),

    CONSTRAINT "Enquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnquiryAnswer" (
    "id" UUID NOT NULL,
    "enquiryId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "formKey" UUID NOT NULL,
    "answeredById" UUID NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EnquiryAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Webinar" (
    "id" UUID NOT NULL,
    "programmeId" UUID,
    "title" VARCHAR(160) NOT NULL,
    "description" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "joiningUrl" VARCHAR(500) NOT NULL,
    "capacity" INTEGER,
    "placesTaken" INTEGER NOT NULL DEFAULT 0,
    "recordingUrl" VARCHAR(500),
    "publishedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "createdById" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Webinar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebinarRegistration" (
    "id" UUID NOT NULL,
    "webinarId" UUID NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "registeredAt" TIMESTAMPTZ(3) NOT NULL,
    "tokenHash" CHAR(64) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),

    CONSTRAINT "WebinarRegistration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Interest" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "topic" "InterestTopic" NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmTokenHash" CHAR(64) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "Interest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InterestNews" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "topic" "InterestTopic" NOT NULL,
    "subjectId" UUID NOT NULL,
    "toldAt" TIMESTAMPTZ(3) NOT NULL,
    "told" INTEGER NOT NULL,

    CONSTRAINT "InterestNews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScholarshipNotice" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "publicFrom" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "writtenById" UUID NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ScholarshipNotice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FundingRule" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "explanation" TEXT NOT NULL,
    "settings" TEXT[],
    "listName" VARCHAR(120),
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "FundingRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FundingUpload" (
    "id" UUID NOT NULL,
    "fileName" VARCHAR(200) NOT NULL,
    "entryCount" INTEGER NOT NULL,
    "uploadedById" UUID NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FundingUpload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FundingListEntry" (
    "id" UUID NOT NULL,
    "uploadId" UUID NOT NULL,
    "listName" VARCHAR(120) NOT NULL,
    "urn" CHAR(6),
    "ukprn" CHAR(8),
    "validFrom" DATE NOT NULL,
    "validTo" DATE,

    CONSTRAINT "FundingListEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "DeliveryPartner_programmeId_position_key" ON "DeliveryPartner"("programmeId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "ProgrammeVersion_programmeId_number_key" ON "ProgrammeVersion"("programmeId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Enquiry_reference_key" ON "Enquiry"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Enquiry_formKey_key" ON "Enquiry"("formKey");

-- CreateIndex
CREATE INDEX "Enquiry_answeredAt_closedAt_dueAt_idx" ON "Enquiry"("answeredAt", "closedAt", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "EnquiryAnswer_formKey_key" ON "EnquiryAnswer"("formKey");

-- CreateIndex
CREATE INDEX "EnquiryAnswer_enquiryId_idx" ON "EnquiryAnswer"("enquiryId");

-- CreateIndex
CREATE INDEX "Webinar_startsAt_idx" ON "Webinar"("startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "WebinarRegistration_tokenHash_key" ON "WebinarRegistration"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "WebinarRegistration_webinarId_email_key" ON "WebinarRegistration"("webinarId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "Interest_confirmTokenHash_key" ON "Interest"("confirmTokenHash");

-- CreateIndex
CREATE INDEX "Interest_programmeId_topic_confirmedAt_idx" ON "Interest"("programmeId", "topic", "confirmedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Interest_programmeId_topic_email_key" ON "Interest"("programmeId", "topic", "email");

-- CreateIndex
CREATE UNIQUE INDEX "InterestNews_subjectId_key" ON "InterestNews"("subjectId");

-- CreateIndex
CREATE INDEX "ScholarshipNotice_programmeId_publicFrom_idx" ON "ScholarshipNotice"("programmeId", "publicFrom");

-- CreateIndex
CREATE UNIQUE INDEX "FundingRule_programmeId_position_key" ON "FundingRule"("programmeId", "position");

-- CreateIndex
CREATE INDEX "FundingListEntry_urn_idx" ON "FundingListEntry"("urn");

-- CreateIndex
CREATE INDEX "FundingListEntry_ukprn_idx" ON "FundingListEntry"("ukprn");

-- AddForeignKey
ALTER TABLE "DeliveryPartner" ADD CONSTRAINT "DeliveryPartner_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeDraft" ADD CONSTRAINT "ProgrammeDraft_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeDraft" ADD CONSTRAINT "ProgrammeDraft_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeVersion" ADD CONSTRAINT "ProgrammeVersion_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProgrammeVersion" ADD CONSTRAINT "ProgrammeVersion_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enquiry" ADD CONSTRAINT "Enquiry_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enquiry" ADD CONSTRAINT "Enquiry_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnquiryAnswer" ADD CONSTRAINT "EnquiryAnswer_enquiryId_fkey" FOREIGN KEY ("enquiryId") REFERENCES "Enquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnquiryAnswer" ADD CONSTRAINT "EnquiryAnswer_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Webinar" ADD CONSTRAINT "Webinar_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Webinar" ADD CONSTRAINT "Webinar_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebinarRegistration" ADD CONSTRAINT "WebinarRegistration_webinarId_fkey" FOREIGN KEY ("webinarId") REFERENCES "Webinar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterestNews" ADD CONSTRAINT "InterestNews_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScholarshipNotice" ADD CONSTRAINT "ScholarshipNotice_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScholarshipNotice" ADD CONSTRAINT "ScholarshipNotice_writtenById_fkey" FOREIGN KEY ("writtenById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FundingRule" ADD CONSTRAINT "FundingRule_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FundingUpload" ADD CONSTRAINT "FundingUpload_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FundingListEntry" ADD CONSTRAINT "FundingListEntry_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "FundingUpload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.
ALTER TABLE "Enquiry"
  ADD CONSTRAINT "Enquiry_due_after_asked" CHECK ("dueAt" > "createdAt"),
  ADD CONSTRAINT "Enquiry_closed_by_somebody" CHECK (("closedAt" IS NULL) = ("closedById" IS NULL));

ALTER TABLE "Webinar"
  ADD CONSTRAINT "Webinar_ends_after_start" CHECK ("endsAt" > "startsAt"),
  ADD CONSTRAINT "Webinar_places" CHECK ("placesTaken" >= 0 AND ("capacity" IS NULL OR "placesTaken" <= "capacity"));

ALTER TABLE "WebinarRegistration" ADD CONSTRAINT "WebinarRegistration_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "FundingRule" ADD CONSTRAINT "FundingRule_window" CHECK ("validTo" IS NULL OR "validTo" >= "validFrom");
ALTER TABLE "FundingListEntry"
  ADD CONSTRAINT "FundingListEntry_window" CHECK ("validTo" IS NULL OR "validTo" >= "validFrom"),
  ADD CONSTRAINT "FundingListEntry_one_number" CHECK (("urn" IS NULL) <> ("ukprn" IS NULL)),
  ADD CONSTRAINT "FundingListEntry_urn" CHECK ("urn" ~ '^[0-9]{6}$'),
  ADD CONSTRAINT "FundingListEntry_ukprn" CHECK ("ukprn" ~ '^[0-9]{8}$');

-- A version that was published stays as it was.
CREATE TRIGGER "ProgrammeVersion_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ProgrammeVersion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Shown on public pages, so every server hears of a change (20261123100000_public_content).
DO $$
DECLARE shown text;
BEGIN
  FOREACH shown IN ARRAY ARRAY['DeliveryPartner', 'Webinar', 'ScholarshipNotice', 'FundingRule'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION notify_public_content()', shown || '_public_content', shown);
  END LOOP;
END $$;
