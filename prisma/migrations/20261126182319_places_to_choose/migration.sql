-- AlterEnum
ALTER TYPE "ReminderKind" ADD VALUE 'places_open';
ALTER TYPE "ReminderKind" ADD VALUE 'places_close';

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "scheduledAt" TIMESTAMPTZ(3);

-- Of events to come it is in the audit log; an archived cohort's stay as they are.
UPDATE "Event" v SET "scheduledAt" = a."at"
FROM "AuditEntry" a, "Cohort" c
WHERE a."subjectType" = 'event' AND a."subjectId" = v."id"::text AND a."action" = 'event.scheduled'
  AND c."id" = v."cohortId" AND c."archivedAt" IS NULL AND v."startsAt" > now();
