-- CreateTable
CREATE TABLE "MilestoneExcusal" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "milestoneId" UUID NOT NULL,
    "excused" BOOLEAN NOT NULL,
    "reason" VARCHAR(1000) NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MilestoneExcusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssessmentException" (
    "id" UUID NOT NULL,
    "enrolmentId" UUID NOT NULL,
    "allowed" BOOLEAN NOT NULL,
    "reason" VARCHAR(1000) NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AssessmentException_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MilestoneExcusal_enrolmentId_milestoneId_at_idx" ON "MilestoneExcusal"("enrolmentId", "milestoneId", "at");

-- CreateIndex
CREATE INDEX "MilestoneExcusal_byId_idx" ON "MilestoneExcusal"("byId");

-- CreateIndex
CREATE INDEX "AssessmentException_enrolmentId_at_idx" ON "AssessmentException"("enrolmentId", "at");

-- CreateIndex
CREATE INDEX "AssessmentException_byId_idx" ON "AssessmentException"("byId");

-- AddForeignKey
ALTER TABLE "MilestoneExcusal" ADD CONSTRAINT "MilestoneExcusal_enrolmentId_milestoneId_fkey" FOREIGN KEY ("enrolmentId", "milestoneId") REFERENCES "EnrolmentMilestone"("enrolmentId", "milestoneId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MilestoneExcusal" ADD CONSTRAINT "MilestoneExcusal_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentException" ADD CONSTRAINT "AssessmentException_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentException" ADD CONSTRAINT "AssessmentException_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Facts: a later one says otherwise, none is changed.
CREATE TRIGGER "MilestoneExcusal_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "MilestoneExcusal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "AssessmentException_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AssessmentException" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Nobody is excused without a reason.
ALTER TABLE "MilestoneExcusal" ADD CONSTRAINT "MilestoneExcusal_reason" CHECK (btrim(reason) <> '');
ALTER TABLE "AssessmentException" ADD CONSTRAINT "AssessmentException_reason" CHECK (btrim(reason) <> '');
