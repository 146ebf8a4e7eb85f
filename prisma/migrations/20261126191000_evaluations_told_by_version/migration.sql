-- What is told in fives is told by version: a tally belongs to one version of the questions.
ALTER TABLE "EvaluationTally" DROP CONSTRAINT "EvaluationTally_pkey", ADD COLUMN "formId" UUID;

-- A milestone that was answered in one version keeps its tally. One with several gets a tally of each: a question that
-- nobody may leave out has as many answers as there are people. Fewer than five were never shown, whatever was told.
UPDATE "EvaluationTally" t SET "formId" = single.form
FROM (
  SELECT "milestoneId", (array_agg(DISTINCT "formId"))[1] AS form FROM "EvaluationAnswer"
  GROUP BY "milestoneId" HAVING count(DISTINCT "formId") = 1
) single WHERE single."milestoneId" = t."milestoneId";

INSERT INTO "EvaluationTally" ("milestoneId", "formId", sent, released)
SELECT people."milestoneId", people."formId", max(people.sent),
  CASE WHEN max(people.told) >= 5 THEN max(people.told) ELSE 0 END
FROM (
  SELECT a."milestoneId", a."formId", a.question, count(*)::int AS sent,
    (count(*) FILTER (WHERE a.released))::int AS told
  FROM "EvaluationAnswer" a JOIN "EvaluationTally" t ON t."milestoneId" = a."milestoneId" AND t."formId" IS NULL
  GROUP BY a."milestoneId", a."formId", a.question
) people
GROUP BY people."milestoneId", people."formId";

DELETE FROM "EvaluationTally" WHERE "formId" IS NULL;

ALTER TABLE "EvaluationTally" ALTER COLUMN "formId" SET NOT NULL,
  ADD CONSTRAINT "EvaluationTally_pkey" PRIMARY KEY ("milestoneId", "formId");

CREATE INDEX "EvaluationTally_formId_idx" ON "EvaluationTally"("formId");

ALTER TABLE "EvaluationTally" ADD CONSTRAINT "EvaluationTally_formId_fkey" FOREIGN KEY ("formId") REFERENCES "EvaluationForm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
