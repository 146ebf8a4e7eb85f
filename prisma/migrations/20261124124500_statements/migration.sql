-- What stood in the one statement becomes the answer to the programme's first prompt.
INSERT INTO "ApplicationStatement" ("applicationId", "promptKey", "body")
SELECT a."id", coalesce(p."key", 'why-now'), a."statement"
FROM "Application" a
JOIN "Cohort" c ON c."id" = a."cohortId"
LEFT JOIN "StatementPrompt" p ON p."programmeId" = c."programmeId" AND p."position" = 1
WHERE a."statement" <> ''
ON CONFLICT DO NOTHING;

-- AlterTable
ALTER TABLE "Application" DROP COLUMN "statement";

-- AlterTable: as long as an application's, from which it is copied.
ALTER TABLE "Enrolment" ALTER COLUMN "workplace" SET DATA TYPE VARCHAR(200);
