-- Those who wait already keep the order in which they began to wait.
UPDATE "Application" a SET "waitRank" = ranked.rank
FROM (
  SELECT w."id", row_number() OVER (PARTITION BY w."cohortId" ORDER BY w.since, w."id") AS rank
  FROM (
    SELECT x."id", x."cohortId",
      (SELECT max(t."at") FROM "ApplicationTransition" t WHERE t."applicationId" = x."id" AND t."toState" = 'waitlisted') AS since
    FROM "Application" x WHERE x."state" = 'waitlisted'
  ) w
) ranked
WHERE a."id" = ranked."id";
-- From now on whoever waits has a place in the list, and nobody else has.
ALTER TABLE "Application" DROP CONSTRAINT "Application_wait_rank";
ALTER TABLE "Application" ADD CONSTRAINT "Application_wait_rank" CHECK ("waitRank" > 0),
  ADD CONSTRAINT "Application_waits_in_order" CHECK (("state" = 'waitlisted') = ("waitRank" IS NOT NULL));
