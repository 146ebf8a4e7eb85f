-- A template may lose an item although an archived cohort's milestone was made from it: that clears "itemId" alone.
DROP TRIGGER "Milestone_not_archived" ON "Milestone";
CREATE TRIGGER "Milestone_not_archived" BEFORE INSERT OR DELETE OR UPDATE OF "cohortId", "number", "module", "kind", "title", "mode", "minutes", "opensOn", "closesOn", "counts", "note", "description", "place", "placeUrl" ON "Milestone" FOR EACH ROW EXECUTE FUNCTION refuse_in_archived();
