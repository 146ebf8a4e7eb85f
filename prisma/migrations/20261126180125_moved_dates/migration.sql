-- CreateTable
CREATE TABLE "MovedDates" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "baseVersion" INTEGER NOT NULL,
    "lines" JSONB NOT NULL,
    "movedAt" TIMESTAMPTZ(3) NOT NULL,
    "through" UUID,
    "told" INTEGER NOT NULL DEFAULT 0,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MovedDates_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "MovedDates_cohortId_baseVersion_key" ON "MovedDates"("cohortId", "baseVersion");

-- AddForeignKey
ALTER TABLE "MovedDates" ADD CONSTRAINT "MovedDates_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;
