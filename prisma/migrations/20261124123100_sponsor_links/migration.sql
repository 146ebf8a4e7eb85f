-- One asking waits, or has endorsed, at a time. A sponsor who declined stays in the history when somebody else is asked.
DROP INDEX "Endorsement_one_live";
CREATE UNIQUE INDEX "Endorsement_one_live" ON "Endorsement"("applicationId") WHERE "endedAt" IS NULL AND ("outcome" IS NULL OR "outcome" = 'endorsed');
