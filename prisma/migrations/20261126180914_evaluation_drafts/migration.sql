-- CreateTable
CREATE TABLE "EvaluationDraft" (
    "programmeId" UUID NOT NULL,
    "module" INTEGER NOT NULL,
    "questions" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "savedById" UUID NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EvaluationDraft_pkey" PRIMARY KEY ("programmeId","module")
);

-- CreateIndex
CREATE INDEX "EvaluationDraft_savedById_idx" ON "EvaluationDraft"("savedById");

-- AddForeignKey
ALTER TABLE "EvaluationDraft" ADD CONSTRAINT "EvaluationDraft_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationDraft" ADD CONSTRAINT "EvaluationDraft_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "EvaluationDraft" ADD CONSTRAINT "EvaluationDraft_numbers" CHECK ("module" BETWEEN 1 AND 9 AND "version" >= 1);
