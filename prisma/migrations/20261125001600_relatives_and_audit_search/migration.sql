-- The register of near relatives (第十一条): who put down a declaration, and the end of one that was made in error. A
-- declaration itself is never changed: its end is a row of its own.
ALTER TABLE relative_declaration ADD COLUMN declared_by UUID;
ALTER TABLE relative_declaration ADD CONSTRAINT relative_declaration_case_id_fkey FOREIGN KEY (case_id) REFERENCES "case" (id) ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE relative_ending (
  declaration_id UUID NOT NULL CONSTRAINT relative_ending_pkey PRIMARY KEY REFERENCES relative_declaration (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  case_id UUID NOT NULL,
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  ended_by UUID NOT NULL,
  ended_at TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX relative_ending_case_id_idx ON relative_ending (case_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON relative_ending FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON relative_ending FOR EACH STATEMENT EXECUTE FUNCTION append_only();
GRANT SELECT, INSERT ON relative_ending TO doudi_worker, doudi_api;
ALTER TABLE relative_ending ENABLE ROW LEVEL SECURITY;
CREATE POLICY everything ON relative_ending TO doudi_worker USING (true) WITH CHECK (true);
CREATE POLICY of_case ON relative_ending TO doudi_api USING (EXISTS (SELECT FROM "case" c WHERE c.id = relative_ending.case_id));

-- ── looking something up in the audit log ──────────────────────────────────────────────────────────────────────────
CREATE INDEX audit_row_actor_id_idx ON audit_row (actor_id);
CREATE INDEX audit_row_persons_idx ON audit_row USING gin (persons);

-- Rows of the caller's scope that name a person. Under a policy the planner may not use the index of an array; here the
-- scope is part of the question itself.
CREATE FUNCTION audit_of_person(wanted uuid) RETURNS SETOF bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT id FROM audit_row WHERE persons @> ARRAY[wanted] AND within_scope(division) $$;

-- The links of one day with their rows: the chain goes through the rows of every office, so checking a day reads them
-- all. Whoever asks over the API hears how many links fit, never a row.
CREATE FUNCTION audit_chain_of_day(wanted text, after integer, most integer)
  RETURNS TABLE (day text, number integer, audit_id text, previous bytea, hash bytea, id text, at timestamptz, request_id text,
    actor_id uuid, role text, division text, operation text, case_id uuid, persons text[], outcome integer, details jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.day, s.number, s.audit_id::text, s.previous, s.hash, a.id::text, a.at, a.request_id, a.actor_id, a.role,
      a.division, a.operation, a.case_id, a.persons::text[], a.outcome, a.details
    FROM audit_seal s LEFT JOIN audit_row a ON a.id = s.audit_id
    WHERE s.day = wanted AND s.number > after ORDER BY s.number LIMIT most
  $$;

DO $$
DECLARE
  signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['audit_of_person(uuid)', 'audit_chain_of_day(text, integer, integer)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO doudi_api, doudi_worker', signature);
  END LOOP;
END $$;
