-- DropIndex
DROP INDEX "AuditEntry_actorId_at_idx";

-- DropIndex
DROP INDEX "AuditEntry_cohortId_at_idx";

-- DropIndex
DROP INDEX "AuditEntry_subjectType_subjectId_idx";

-- CreateIndex
CREATE INDEX "AuditEntry_subjectId_id_idx" ON "AuditEntry"("subjectId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectType_id_idx" ON "AuditEntry"("subjectType", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_action_id_idx" ON "AuditEntry"("action", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_cohortId_id_idx" ON "AuditEntry"("cohortId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_id_idx" ON "AuditEntry"("actorId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");
