-- Public pages are cached by each server; any change to what they show tells every server at once.
-- A trigger rather than a line in each verb: no write can forget it.
CREATE FUNCTION notify_public_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('public_content', '');
  RETURN NULL;
END $$;

DO $$
DECLARE shown text;
BEGIN
  FOREACH shown IN ARRAY ARRAY['Programme', 'ProgrammeSection', 'LearningArea', 'HoursComponent', 'Voice', 'RouteMapItem', 'Cohort', 'Milestone'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION notify_public_content()', shown || '_public_content', shown);
  END LOOP;
END $$;
