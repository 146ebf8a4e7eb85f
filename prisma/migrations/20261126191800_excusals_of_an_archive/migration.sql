-- Nobody is excused, or asked again, in an archived cohort either: somebody who has deferred may still be in it, and would
-- be written to. At the very moment at which it is archived, one of the two waits for the other.
CREATE OR REPLACE FUNCTION refuse_in_archived() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_cohort uuid;
BEGIN
  IF TG_TABLE_NAME IN ('EngagementRecord', 'MilestoneExcusal') THEN
    SELECT "cohortId" INTO of_cohort FROM "Enrolment" WHERE "id" = NEW."enrolmentId";
  ELSIF TG_OP = 'DELETE' THEN
    of_cohort := OLD."cohortId";
  ELSE
    of_cohort := NEW."cohortId";
  END IF;
  IF TG_TABLE_NAME IN ('Enrolment', 'MilestoneExcusal') THEN
    PERFORM 1 FROM "Cohort" WHERE "id" = of_cohort FOR KEY SHARE;
  END IF;
  IF EXISTS (SELECT 1 FROM "Cohort" WHERE "id" = of_cohort AND "archivedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'cohort_archived';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER "MilestoneExcusal_not_archived" BEFORE INSERT ON "MilestoneExcusal" FOR EACH ROW EXECUTE FUNCTION refuse_in_archived();
