-- Files by bank and part, what came back row by row, re-issue on grounds that are kept, findings that nobody may lose,
-- and the continuous check of the ledger.

-- A long list is several files of one bank; a bank's system takes only so many lines.
ALTER TABLE payment_file ADD COLUMN part integer NOT NULL DEFAULT 1;
DROP INDEX payment_file_run_id_bank_key;
CREATE UNIQUE INDEX payment_file_run_id_bank_part_key ON payment_file (run_id, bank, part);

ALTER TABLE payment_return
  ADD COLUMN total integer NOT NULL DEFAULT 0,
  ADD COLUMN differs integer NOT NULL DEFAULT 0,
  ADD COLUMN late integer NOT NULL DEFAULT 0,
  ADD COLUMN problem text;
ALTER TABLE payment_return_row ADD COLUMN reference text;

-- The counts are known when the last row has been judged.
DROP TRIGGER append_only ON payment_return;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON payment_return FOR EACH ROW
  EXECUTE FUNCTION append_only('total', 'applied', 'repeated', 'unknown', 'differs', 'late', 'problem');
GRANT UPDATE (total, applied, repeated, unknown, differs, late, problem) ON payment_return TO doudi_worker, doudi_api;

-- Why a failed line may be paid anew: another account that two people looked at, or the proof that the account was right.
CREATE TABLE payment_reissue (
  line_id bigint NOT NULL REFERENCES payment_line (id),
  ground text NOT NULL,
  account_id uuid,
  evidence_id uuid,
  note text,
  made_by uuid NOT NULL,
  made_at timestamptz(3) NOT NULL,
  PRIMARY KEY (line_id, made_at),
  CONSTRAINT payment_reissue_ground CHECK (
    (ground = 'accountCorrected' AND account_id IS NOT NULL) OR
    (ground = 'accountConfirmed' AND evidence_id IS NOT NULL AND note IS NOT NULL))
);

-- What a bank's answer contradicts: looked into by the county, and never overwritten.
CREATE TABLE payment_finding (
  id uuid PRIMARY KEY,
  run_id uuid NOT NULL REFERENCES payment_run (id),
  line_id bigint NOT NULL REFERENCES payment_line (id),
  case_id uuid NOT NULL REFERENCES "case" (id),
  township text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  return_id uuid NOT NULL REFERENCES payment_return (id),
  row integer NOT NULL,
  fen bigint NOT NULL,
  paid_on text,
  found_at timestamptz(3) NOT NULL,
  closed_at timestamptz(3),
  closed_by uuid,
  outcome text,
  note text
);
CREATE INDEX payment_finding_run_id_idx ON payment_finding (run_id);
CREATE INDEX payment_finding_case_id_idx ON payment_finding (case_id);
CREATE UNIQUE INDEX payment_finding_open ON payment_finding (line_id, kind) WHERE closed_at IS NULL;

CREATE TABLE ledger_check (
  id bigserial PRIMARY KEY,
  at timestamptz(3) NOT NULL,
  transfers bigint NOT NULL,
  lines bigint NOT NULL,
  mismatches jsonb NOT NULL,
  milliseconds integer NOT NULL
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['payment_reissue', 'ledger_check'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION append_only()', name);
  END LOOP;
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON payment_finding FOR EACH ROW
    EXECUTE FUNCTION append_only('closed_at', 'closed_by', 'outcome', 'note');
  FOREACH name IN ARRAY ARRAY['payment_reissue', 'payment_finding', 'ledger_check'] LOOP
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION append_only()', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['payment_reissue', 'payment_finding'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY everything ON %I TO doudi_worker USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
CREATE POLICY of_line ON payment_reissue TO doudi_api USING (EXISTS (SELECT FROM payment_line l WHERE l.id = payment_reissue.line_id));
CREATE POLICY own ON payment_finding TO doudi_api USING (within_scope(township));

GRANT SELECT, INSERT ON payment_reissue, payment_finding TO doudi_worker, doudi_api;
GRANT SELECT, INSERT ON ledger_check TO doudi_worker;
GRANT SELECT ON ledger_check TO doudi_api;
GRANT UPDATE (closed_at, closed_by, outcome, note) ON payment_finding TO doudi_worker, doudi_api;
GRANT UPDATE (done_at) ON work_item TO doudi_api;
GRANT UPDATE (ended_at, outcome) ON payment_hold TO doudi_api;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO doudi_worker, doudi_api;

-- A line that was given up for another and turns out to have been paid stands again, where no other has taken its place.
CREATE OR REPLACE FUNCTION line_may_go(was text, becomes text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (was, becomes) IN (
    ('pending', 'held'), ('pending', 'sent'), ('pending', 'cancelled'), ('held', 'pending'), ('held', 'cancelled'),
    ('sent', 'paid'), ('sent', 'failed'), ('sent', 'uncertain'), ('uncertain', 'paid'), ('uncertain', 'failed'),
    ('failed', 'paid'), ('failed', 'reissued'), ('paid', 'failed'), ('reissued', 'paid'));

-- Answers name lines by the thousand.
CREATE INDEX payment_line_file ON payment_line (file_id) WHERE file_id IS NOT NULL;
CREATE INDEX payment_line_replaces ON payment_line (replaces) WHERE replaces IS NOT NULL;
