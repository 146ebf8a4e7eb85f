-- Templates belong to a programme, whose people edit them: each has a copy of those that were everybody's.
ALTER TABLE "NudgeTemplate" ADD COLUMN "reason" VARCHAR(20),
ADD COLUMN "retiredAt" TIMESTAMPTZ(3),
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

INSERT INTO "NudgeTemplate" ("id", "programmeId", "position", "name", "subject", "body", "reason")
SELECT gen_random_uuid(), p."id", t."position", t."name", t."subject", replace(t."body", 'npq@ucl.ac.uk', '{contact}'),
  CASE t."position" WHEN 1 THEN 'overdue' WHEN 2 THEN 'quiet' WHEN 3 THEN 'below' END
FROM "NudgeTemplate" t CROSS JOIN "Programme" p WHERE t."programmeId" IS NULL;
DELETE FROM "NudgeTemplate" WHERE "programmeId" IS NULL;

ALTER TABLE "NudgeTemplate" ALTER COLUMN "id" DROP DEFAULT,
ALTER COLUMN "programmeId" SET NOT NULL;

-- As lib/engagement/schema-list.ts has them.
ALTER TABLE "NudgeTemplate" ADD CONSTRAINT "NudgeTemplate_reason" CHECK ("reason" IN ('unreachable', 'below', 'overdue', 'quiet'));
ALTER TABLE "NudgeTemplate" ADD CONSTRAINT "NudgeTemplate_words" CHECK ("name" <> '' AND "subject" <> '' AND "body" <> '');
