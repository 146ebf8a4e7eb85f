-- CreateIndex
CREATE INDEX "Event_peerGroupId_idx" ON "Event"("peerGroupId");

-- Events for the whole cohort are few beside those of its groups.
CREATE INDEX "Event_whole_cohort" ON "Event"("cohortId") WHERE "peerGroupId" IS NULL;
