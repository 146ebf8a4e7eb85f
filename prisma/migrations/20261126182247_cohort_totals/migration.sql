-- Derived, and made again by the first page or the timed work: emptied, so that the new columns need no value of old.
TRUNCATE "EngagementSummary", "EngagementDay";

-- AlterTable
ALTER TABLE "EngagementDay" ADD COLUMN     "totals" JSONB NOT NULL,
ALTER COLUMN "day" DROP NOT NULL;

-- AlterTable
ALTER TABLE "EngagementSummary" ADD COLUMN     "marks" TEXT NOT NULL;
