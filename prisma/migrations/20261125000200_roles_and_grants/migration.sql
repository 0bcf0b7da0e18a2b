-- Three roles: the owner runs migrations; doudi_worker takes the steps of cases; doudi_api answers requests.
-- Roles belong to the whole server, so another database may have made them, or be making them now. Passwords are set by
-- the program that runs migrations, never here.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['doudi_worker', 'doudi_api'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I LOGIN NOINHERIT', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
      END;
    END IF;
  END LOOP;
END $$;

GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO doudi_worker, doudi_api;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO doudi_worker, doudi_api;
REVOKE ALL ON _prisma_migrations FROM doudi_worker, doudi_api;
-- The chain of the audit log is the sealer's; who answers requests only reads it.
REVOKE INSERT ON audit_seal FROM doudi_api;

-- Insert-only tables get nothing further: case_event, decision, case_input, assessment, audit_row, audit_seal,
-- relative_declaration, import_error. A fact is only ever superseded, a letter only delivered.
GRANT UPDATE (superseded_at) ON fact TO doudi_worker, doudi_api;
GRANT UPDATE (delivered_at, receipt) ON letter TO doudi_worker, doudi_api;

GRANT UPDATE ON person, household, membership, draft, case_scope, case_member, document, outbox, parameter_entry,
  calendar_entry, idempotent_answer, import_job, staff, appointment, session TO doudi_worker;
GRANT UPDATE ON "case", entitlement, deadline, matter, work_item TO doudi_worker;
GRANT DELETE ON draft, idempotent_answer, session, outbox TO doudi_worker;
GRANT UPDATE ON case_number TO doudi_worker, doudi_api;

GRANT UPDATE ON person, household, membership, draft, outbox, parameter_entry, calendar_entry, idempotent_answer,
  import_job, staff, appointment, session TO doudi_api;
-- Enough to hold a case for a transaction, to hand it to the engine and to have it rebuilt. Stage, amounts and dates
-- change by steps alone, which the worker writes.
GRANT UPDATE (epoch, engine_started_at, snapshot) ON "case" TO doudi_api;
GRANT DELETE ON draft, idempotent_answer, session TO doudi_api;
