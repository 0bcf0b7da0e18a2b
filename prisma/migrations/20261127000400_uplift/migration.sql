-- Standards (提标): the paper behind a value, alerts about standards that lag, and uplifts: who is re-determined by a new
-- standard, how it was checked, and what was written.

ALTER TABLE parameter_entry ADD COLUMN document_id uuid, ADD COLUMN history boolean NOT NULL DEFAULT false;

-- The paper that a value rests on. No personal data: seen by every office that may read parameters.
CREATE TABLE rule_document (
  id uuid PRIMARY KEY,
  division text COLLATE "C" NOT NULL,
  name text NOT NULL,
  mime text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  storage_key text NOT NULL,
  uploaded_at timestamptz(3) NOT NULL,
  uploaded_by uuid NOT NULL
);
ALTER TABLE parameter_entry ADD CONSTRAINT parameter_entry_document FOREIGN KEY (document_id) REFERENCES rule_document (id);

-- Kept by the daily tick: raised while the rule is broken, ended when it holds again. `due_on`: by when it has to hold.
CREATE TABLE standard_alert (
  id uuid PRIMARY KEY,
  division text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  due_on text NOT NULL,
  sentence text NOT NULL,
  raised_on text NOT NULL,
  ended_on text,
  CONSTRAINT standard_alert_once UNIQUE (division, kind, subject, due_on)
);
CREATE INDEX standard_alert_open ON standard_alert (division) WHERE ended_on IS NULL;

CREATE TABLE uplift_run (
  id uuid PRIMARY KEY,
  division text COLLATE "C" NOT NULL,
  effective_from text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL DEFAULT 0,
  rules_hash text NOT NULL DEFAULT '',
  seed text NOT NULL,
  made_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  approved_by uuid,
  approved_at timestamptz(3),
  approval_note text,
  begun_at timestamptz(3),
  done_at timestamptz(3),
  note text,
  total integer NOT NULL DEFAULT 0,
  reckoned integer NOT NULL DEFAULT 0,
  applied integer NOT NULL DEFAULT 0,
  applied_fen bigint NOT NULL DEFAULT 0,
  kept integer NOT NULL DEFAULT 0,
  opened integer NOT NULL DEFAULT 0,
  failed integer NOT NULL DEFAULT 0,
  after_division text COLLATE "C" NOT NULL DEFAULT '',
  after_case uuid,
  phase text NOT NULL DEFAULT 'benefiting',
  CONSTRAINT uplift_run_first_of_month CHECK (effective_from ~ '^\d{4}-\d{2}-01$'),
  CONSTRAINT uplift_run_two_hands CHECK (approved_by IS NULL OR approved_by <> made_by)
);
CREATE UNIQUE INDEX uplift_run_once ON uplift_run (division, effective_from) WHERE state <> 'cancelled';
CREATE INDEX uplift_run_state_idx ON uplift_run (state);

-- Done-markers: a batch of a run, written in the batch's own transaction.
CREATE TABLE uplift_batch (
  run_id uuid NOT NULL REFERENCES uplift_run (id),
  step text NOT NULL,
  number integer NOT NULL,
  done_at timestamptz(3) NOT NULL,
  cases integer NOT NULL,
  PRIMARY KEY (run_id, step, number)
);

-- One case of a run. `class`, `old_fen`, `new_fen`: as reckoned beforehand; `applied_*`: as decided on the day.
CREATE TABLE uplift_result (
  run_id uuid NOT NULL REFERENCES uplift_run (id),
  case_id uuid NOT NULL,
  division text COLLATE "C" NOT NULL,
  area text NOT NULL,
  class text NOT NULL,
  old_fen bigint NOT NULL,
  new_fen bigint NOT NULL,
  persons integer NOT NULL,
  reason text,
  state text NOT NULL DEFAULT 'reckoned',
  applied_class text,
  applied_fen bigint,
  applied_at timestamptz(3),
  PRIMARY KEY (run_id, case_id)
);
CREATE INDEX uplift_result_list ON uplift_result (run_id, class, division, case_id);
CREATE INDEX uplift_result_waiting ON uplift_result (run_id, case_id) WHERE state = 'reckoned';
CREATE INDEX uplift_result_case ON uplift_result (case_id);

-- The sum of a dry run by county, fixed when it is done.
CREATE TABLE uplift_county (
  run_id uuid NOT NULL REFERENCES uplift_run (id),
  county text COLLATE "C" NOT NULL,
  class text NOT NULL,
  area text NOT NULL,
  cases integer NOT NULL,
  persons integer NOT NULL,
  old_fen bigint NOT NULL,
  new_fen bigint NOT NULL,
  PRIMARY KEY (run_id, county, class, area)
);

CREATE TABLE uplift_sample (
  run_id uuid NOT NULL REFERENCES uplift_run (id),
  case_id uuid NOT NULL,
  division text COLLATE "C" NOT NULL,
  rank integer NOT NULL,
  verdict text,
  note text,
  checked_by uuid,
  checked_at timestamptz(3),
  PRIMARY KEY (run_id, case_id)
);

-- A household that the new line takes in: to be visited and asked whether it applies.
CREATE TABLE uplift_lead (
  run_id uuid NOT NULL REFERENCES uplift_run (id),
  case_id uuid NOT NULL,
  division text COLLATE "C" NOT NULL,
  fen bigint NOT NULL,
  created_at timestamptz(3) NOT NULL,
  outcome text,
  note text,
  settled_by uuid,
  settled_at timestamptz(3),
  PRIMARY KEY (run_id, case_id)
);

-- Whole populations are walked place by place.
CREATE INDEX uplift_case_in_benefit ON "case" (division, id) WHERE stage = 'benefiting';
CREATE INDEX uplift_case_once_decided ON "case" (division, id) WHERE stage IN ('refused', 'stopped', 'closed');

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['rule_document', 'uplift_batch', 'uplift_county'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION append_only()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION append_only()', name);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON rule_document TO doudi_api, doudi_worker;
GRANT SELECT, INSERT ON standard_alert, uplift_run, uplift_batch, uplift_result, uplift_county, uplift_sample, uplift_lead TO doudi_worker;
GRANT UPDATE ON standard_alert, uplift_run, uplift_result TO doudi_worker;
GRANT SELECT ON standard_alert, uplift_batch, uplift_result, uplift_county, uplift_sample, uplift_lead TO doudi_api;
GRANT SELECT, INSERT ON uplift_run TO doudi_api;
GRANT UPDATE (state, version, approved_by, approved_at, approval_note, note) ON uplift_run TO doudi_api;
GRANT UPDATE (verdict, note, checked_by, checked_at) ON uplift_sample TO doudi_api;
GRANT UPDATE (outcome, note, settled_by, settled_at) ON uplift_lead TO doudi_api;

-- A run of the prefecture is seen by its counties too; of its cases and sums each office sees its own.
CREATE FUNCTION touches_scope(code text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT within_scope(code) OR starts_with(nullif(current_setting('app.division', true), ''), code) $$;
CREATE POLICY touching ON uplift_run FOR SELECT TO doudi_api USING (touches_scope(division));
CREATE POLICY made ON uplift_run FOR INSERT TO doudi_api WITH CHECK (within_scope(division));
CREATE POLICY decided ON uplift_run FOR UPDATE TO doudi_api USING (within_scope(division)) WITH CHECK (within_scope(division));
CREATE POLICY of_run ON uplift_batch TO doudi_api USING (EXISTS (SELECT FROM uplift_run r WHERE r.id = uplift_batch.run_id));
CREATE POLICY own ON uplift_county TO doudi_api USING (of_my_county(county));
CREATE POLICY own ON standard_alert TO doudi_api USING (within_scope(division));
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['uplift_result', 'uplift_sample', 'uplift_lead'] LOOP
    EXECUTE format('CREATE POLICY own ON %I TO doudi_api USING (within_scope(division))', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['standard_alert', 'uplift_run', 'uplift_batch', 'uplift_result', 'uplift_county', 'uplift_sample', 'uplift_lead'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY everything ON %I TO doudi_worker USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
