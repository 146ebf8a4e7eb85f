-- AlterTable
ALTER TABLE "Cohort" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "publishedAt" TIMESTAMPTZ(3),
ADD COLUMN     "routeMapVersion" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "EngagementRecord" ADD COLUMN     "carriedFromId" UUID;

-- AlterTable
ALTER TABLE "Enrolment" ADD COLUMN     "continuesId" UUID;

-- AlterTable
ALTER TABLE "EnrolmentStatusChange" ADD COLUMN     "override" VARCHAR(500);

-- CreateTable
CREATE TABLE "MilestonePlan" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "baseVersion" INTEGER NOT NULL,
    "items" JSONB NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MilestonePlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RouteMapVersion" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "items" JSONB NOT NULL,
    "note" VARCHAR(300) NOT NULL DEFAULT '',
    "savedById" UUID,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RouteMapVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MilestonePlan_byId_idx" ON "MilestonePlan"("byId");

-- CreateIndex
CREATE UNIQUE INDEX "MilestonePlan_cohortId_byId_key" ON "MilestonePlan"("cohortId", "byId");

-- CreateIndex
CREATE INDEX "RouteMapVersion_savedById_idx" ON "RouteMapVersion"("savedById");

-- CreateIndex
CREATE UNIQUE INDEX "RouteMapVersion_programmeId_number_key" ON "RouteMapVersion"("programmeId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "EngagementRecord_carriedFromId_key" ON "EngagementRecord"("carriedFromId");

-- CreateIndex
CREATE UNIQUE INDEX "Enrolment_continuesId_key" ON "Enrolment"("continuesId");

-- AddForeignKey
ALTER TABLE "MilestonePlan" ADD CONSTRAINT "MilestonePlan_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MilestonePlan" ADD CONSTRAINT "MilestonePlan_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RouteMapVersion" ADD CONSTRAINT "RouteMapVersion_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Programme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RouteMapVersion" ADD CONSTRAINT "RouteMapVersion_savedById_fkey" FOREIGN KEY ("savedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_continuesId_fkey" FOREIGN KEY ("continuesId") REFERENCES "Enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EngagementRecord" ADD CONSTRAINT "EngagementRecord_carriedFromId_fkey" FOREIGN KEY ("carriedFromId") REFERENCES "EngagementRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was there before there were drafts has always been public.
UPDATE "Cohort" SET "publishedAt" = "createdAt";

-- The templates as they are become their programmes' first versions; nobody is known to have saved them.
INSERT INTO "RouteMapVersion" ("id", "programmeId", "number", "items", "savedAt")
SELECT gen_random_uuid(), "programmeId", 1, jsonb_agg(to_jsonb(i) - 'id' - 'programmeId' ORDER BY i."number"), now()
FROM "RouteMapItem" i GROUP BY "programmeId";
CREATE TRIGGER "RouteMapVersion_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "RouteMapVersion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "Enrolment" ADD CONSTRAINT "Enrolment_continues_another" CHECK ("continuesId" <> "id");
ALTER TABLE "EnrolmentStatusChange" ADD CONSTRAINT "EnrolmentStatusChange_override" CHECK ("override" IS NULL OR "toState"::text = 'completed');

-- An archived cohort is read only: nobody joins it or becomes active in it again, nothing is recorded, planned or
-- applied for. A trigger rather than a line in each verb: no write can forget it. lib/db.ts turns it into a sentence.
CREATE FUNCTION refuse_in_archived() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_cohort uuid;
BEGIN
  IF TG_TABLE_NAME = 'EngagementRecord' THEN
    SELECT "cohortId" INTO of_cohort FROM "Enrolment" WHERE "id" = NEW."enrolmentId";
  ELSIF TG_OP = 'DELETE' THEN
    of_cohort := OLD."cohortId";
  ELSE
    of_cohort := NEW."cohortId";
  END IF;
  IF EXISTS (SELECT 1 FROM "Cohort" WHERE "id" = of_cohort AND "archivedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'cohort_archived';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER "Milestone_not_archived" BEFORE INSERT OR UPDATE OR DELETE ON "Milestone" FOR EACH ROW EXECUTE FUNCTION refuse_in_archived();
CREATE TRIGGER "Event_not_archived" BEFORE INSERT OR UPDATE OR DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION refuse_in_archived();
CREATE TRIGGER "PeerGroup_not_archived" BEFORE INSERT OR UPDATE OR DELETE ON "PeerGroup" FOR EACH ROW EXECUTE FUNCTION refuse_in_archived();
CREATE TRIGGER "EngagementRecord_not_archived" BEFORE INSERT ON "EngagementRecord" FOR EACH ROW EXECUTE FUNCTION refuse_in_archived();
CREATE TRIGGER "Application_not_archived" BEFORE INSERT ON "Application" FOR EACH ROW EXECUTE FUNCTION refuse_in_archived();
CREATE TRIGGER "Enrolment_not_archived" BEFORE INSERT ON "Enrolment" FOR EACH ROW EXECUTE FUNCTION refuse_in_archived();
CREATE TRIGGER "Enrolment_not_active_again" BEFORE UPDATE OF "state" ON "Enrolment" FOR EACH ROW WHEN (NEW."state" = 'active') EXECUTE FUNCTION refuse_in_archived();
