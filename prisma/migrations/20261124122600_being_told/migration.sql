-- Whoever leaves a list is deleted from it, so nothing says when somebody left.
-- AlterTable
ALTER TABLE "Interest" DROP COLUMN "leftAt";

-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN     "headers" JSONB;

-- A list entry stands once, from whichever file it came: the same file twice doubles nothing.
CREATE UNIQUE INDEX "FundingListEntry_urn_once" ON "FundingListEntry"("listName", "urn", "validFrom", "validTo") NULLS NOT DISTINCT WHERE "urn" IS NOT NULL;
CREATE UNIQUE INDEX "FundingListEntry_ukprn_once" ON "FundingListEntry"("listName", "ukprn", "validFrom", "validTo") NULLS NOT DISTINCT WHERE "ukprn" IS NOT NULL;
