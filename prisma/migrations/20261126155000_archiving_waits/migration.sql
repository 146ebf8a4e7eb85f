-- Whoever becomes active in a cohort at the very moment at which it is archived: one of the two waits for the other, and
-- then sees it. A new enrolment waits by its foreign key, but only after this has looked; an enrolment that becomes active
-- again did not wait at all. Everything else that is refused here needs somebody who is active, or a manager who reads.
CREATE OR REPLACE FUNCTION refuse_in_archived() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_cohort uuid;
BEGIN
  IF TG_TABLE_NAME = 'EngagementRecord' THEN
    SELECT "cohortId" INTO of_cohort FROM "Enrolment" WHERE "id" = NEW."enrolmentId";
  ELSIF TG_OP = 'DELETE' THEN
    of_cohort := OLD."cohortId";
  ELSE
    of_cohort := NEW."cohortId";
  END IF;
  IF TG_TABLE_NAME = 'Enrolment' THEN
    PERFORM 1 FROM "Cohort" WHERE "id" = of_cohort FOR KEY SHARE;
  END IF;
  IF EXISTS (SELECT 1 FROM "Cohort" WHERE "id" = of_cohort AND "archivedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'cohort_archived';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
