-- What the portal's servers may do in the database (docs/operating/database.md).
-- Run by the owner of the tables, in the portal's database, after each release's migrations; repeating it is safe.
-- The role itself is made once, by an administrator of the server:  CREATE ROLE portal_app LOGIN PASSWORD '…';

GRANT USAGE ON SCHEMA public TO portal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO portal_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO portal_app;

-- The migrations are the owner's; the servers only look which there are.
REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM portal_app;

-- The jobs keep their tables in a schema of their own, pgboss, which the first server makes.
DO $$ BEGIN
  EXECUTE format('GRANT CREATE ON DATABASE %I TO portal_app', current_database());
END $$;

-- What is written once: the audit log, the engagement records, and whatever else has the trigger that says so.
DO $$
DECLARE kept regclass;
BEGIN
  FOR kept IN SELECT DISTINCT tgrelid::regclass FROM pg_trigger WHERE tgfoid = 'refuse_change'::regproc LOOP
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON %s FROM portal_app', kept);
  END LOOP;
END $$;
