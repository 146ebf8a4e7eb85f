-- CreateTable
CREATE TABLE "LearningAudit" (
    "enrolmentId" UUID NOT NULL,
    "milestoneId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "savedFrom" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LearningAudit_pkey" PRIMARY KEY ("enrolmentId","milestoneId")
);

-- CreateTable
CREATE TABLE "LearningAuditMark" (
    "enrolmentId" UUID NOT NULL,
    "milestoneId" UUID NOT NULL,
    "areaKey" VARCHAR(60) NOT NULL,
    "position" INTEGER NOT NULL,
    "title" VARCHAR(120) NOT NULL,
    "mark" INTEGER,
    "note" VARCHAR(1000) NOT NULL DEFAULT '',

    CONSTRAINT "LearningAuditMark_pkey" PRIMARY KEY ("enrolmentId","milestoneId","areaKey")
);

-- CreateTable
CREATE TABLE "EvaluationForm" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "module" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "questions" JSONB NOT NULL,
    "publishedById" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EvaluationForm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvaluationReceipt" (
    "enrolmentId" UUID NOT NULL,
    "milestoneId" UUID NOT NULL,

    CONSTRAINT "EvaluationReceipt_pkey" PRIMARY KEY ("enrolmentId","milestoneId")
);

-- CreateTable
CREATE TABLE "EvaluationTally" (
    "milestoneId" UUID NOT NULL,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "released" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "EvaluationTally_pkey" PRIMARY KEY ("milestoneId")
);

-- CreateTable
CREATE TABLE "EvaluationAnswer" (
    "id" UUID NOT NULL,
    "milestoneId" UUID NOT NULL,
    "formId" UUID NOT NULL,
    "question" VARCHAR(40) NOT NULL,
    "answer" VARCHAR(2000) NOT NULL,
    "released" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "EvaluationAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LearningAudit_milestoneId_submittedAt_idx" ON "LearningAudit"("milestoneId", "submittedAt");

-- CreateIndex
CREATE INDEX "EvaluationForm_publishedById_idx" ON "EvaluationForm"("publishedById");

-- CreateIndex
CREATE UNIQUE INDEX "EvaluationForm_programmeId_module_version_key" ON "EvaluationForm"("programmeId", "module", "version");

-- CreateIndex
CREATE INDEX "EvaluationAnswer_milestoneId_released_idx" ON "EvaluationAnswer"("milestoneId", "released");

-- CreateIndex
CREATE INDEX "EvaluationAnswer_formId_idx" ON "EvaluationAnswer"("formId");

-- AddForeignKey
ALTER TABLE "LearningAudit" ADD CONSTRAINT "LearningAudit_enrolmentId_milestoneId_fkey" FOREIGN KEY ("enrolmentId", "milestoneId") REFERENCES "EnrolmentMilestone"("enrolmentId", "milestoneId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearningAuditMark" ADD CONSTRAINT "LearningAuditMark_enrolmentId_milestoneId_fkey" FOREIGN KEY ("enrolmentId", "milestoneId") REFERENCES "LearningAudit"("enrolmentId", "milestoneId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationForm" ADD CONSTRAINT "EvaluationForm_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationForm" ADD CONSTRAINT "EvaluationForm_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationReceipt" ADD CONSTRAINT "EvaluationReceipt_enrolmentId_milestoneId_fkey" FOREIGN KEY ("enrolmentId", "milestoneId") REFERENCES "EnrolmentMilestone"("enrolmentId", "milestoneId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationTally" ADD CONSTRAINT "EvaluationTally_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationAnswer" ADD CONSTRAINT "EvaluationAnswer_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationAnswer" ADD CONSTRAINT "EvaluationAnswer_formId_fkey" FOREIGN KEY ("formId") REFERENCES "EvaluationForm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A mark is 1 to 5.
ALTER TABLE "LearningAuditMark" ADD CONSTRAINT "LearningAuditMark_mark" CHECK ("mark" BETWEEN 1 AND 5);
ALTER TABLE "LearningAudit" ADD CONSTRAINT "LearningAudit_version" CHECK ("version" >= 1);

-- What was sent in does not change any more, neither the audit nor a mark in it.
CREATE FUNCTION refuse_change_once_submitted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'LearningAudit' THEN
    IF OLD."submittedAt" IS NOT NULL THEN
      RAISE EXCEPTION 'a learning audit that was submitted does not change' USING ERRCODE = 'insufficient_privilege';
    END IF;
  ELSIF EXISTS (
    SELECT 1 FROM "LearningAudit" a
    WHERE a."enrolmentId" = NEW."enrolmentId" AND a."milestoneId" = NEW."milestoneId" AND a."submittedAt" IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'a learning audit that was submitted does not change' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "LearningAudit_submitted" BEFORE UPDATE ON "LearningAudit" FOR EACH ROW EXECUTE FUNCTION refuse_change_once_submitted();
CREATE TRIGGER "LearningAuditMark_submitted" BEFORE INSERT OR UPDATE ON "LearningAuditMark" FOR EACH ROW EXECUTE FUNCTION refuse_change_once_submitted();

-- Questions stay as they were answered.
ALTER TABLE "EvaluationForm" ADD CONSTRAINT "EvaluationForm_numbers" CHECK ("module" BETWEEN 1 AND 3 AND "version" >= 1);
CREATE TRIGGER "EvaluationForm_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "EvaluationForm" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Answers are told in fives, and one that was told is not taken back.
ALTER TABLE "EvaluationTally" ADD CONSTRAINT "EvaluationTally_in_fives" CHECK ("released" BETWEEN 0 AND "sent" AND ("released" = 0 OR "released" >= 5));
