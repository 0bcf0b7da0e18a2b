-- What is exchanged with the systems above: packages with the rows they hold frozen, receipts row by row, lists that the
-- other system gave out with the differences to ours, and the alert of a standard that is not receipted in time.
CREATE TABLE exchange_package (
  id uuid PRIMARY KEY,
  system text NOT NULL,
  kind text NOT NULL,
  county text COLLATE "C" NOT NULL,
  office text COLLATE "C" NOT NULL,
  mode text NOT NULL,
  sequence integer,
  layout jsonb NOT NULL,
  from_date text NOT NULL,
  to_date text NOT NULL,
  month text,
  state text NOT NULL,
  reason text,
  base_sequence integer,
  count integer NOT NULL DEFAULT 0,
  left_out integer NOT NULL DEFAULT 0,
  csv_sha256 text,
  xlsx_sha256 text,
  csv_key text,
  xlsx_key text,
  created_by uuid,
  created_at timestamptz(3) NOT NULL,
  built_at timestamptz(3),
  CONSTRAINT exchange_package_office CHECK (starts_with(office, county)),
  CONSTRAINT exchange_package_numbered CHECK ((sequence IS NULL) = (mode = 'fillIn'))
);
CREATE UNIQUE INDEX exchange_package_sequence ON exchange_package (county, kind, sequence);
-- One package of a county and kind is made at a time.
CREATE UNIQUE INDEX exchange_package_building ON exchange_package (county, kind) WHERE state = 'building' AND mode <> 'fillIn';
CREATE INDEX exchange_package_created_at_id_idx ON exchange_package (created_at, id);

CREATE TABLE exchange_item (
  id uuid PRIMARY KEY,
  package_id uuid NOT NULL REFERENCES exchange_package (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  row integer NOT NULL,
  kind text NOT NULL,
  county text COLLATE "C" NOT NULL,
  office text COLLATE "C" NOT NULL,
  record_number text NOT NULL,
  key text NOT NULL,
  case_id uuid REFERENCES "case" (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  person_id uuid,
  title text NOT NULL,
  change text NOT NULL,
  content_hash text NOT NULL,
  content_enc bytea NOT NULL,
  state text NOT NULL,
  reason text,
  their_number text,
  answered_on text,
  answered_at timestamptz(3),
  work text,
  work_note text,
  work_by uuid,
  work_at timestamptz(3)
);
CREATE UNIQUE INDEX exchange_item_package_id_row_key ON exchange_item (package_id, row);
CREATE UNIQUE INDEX exchange_item_record_number_key ON exchange_item (record_number);
CREATE INDEX exchange_item_key ON exchange_item (county, kind, key, answered_at);
CREATE INDEX exchange_item_work ON exchange_item (county, id) WHERE work = 'open';
CREATE INDEX exchange_item_case_id_idx ON exchange_item (case_id);

CREATE TABLE exchange_receipt (
  id uuid PRIMARY KEY,
  package_id uuid NOT NULL REFERENCES exchange_package (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  county text COLLATE "C" NOT NULL,
  office text COLLATE "C" NOT NULL,
  source text NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  storage_key text,
  received_at timestamptz(3) NOT NULL,
  received_by uuid NOT NULL,
  accepted integer NOT NULL,
  rejected integer NOT NULL,
  repeated integer NOT NULL,
  unknown integer NOT NULL,
  conflicting integer NOT NULL,
  malformed integer NOT NULL
);
CREATE UNIQUE INDEX exchange_receipt_package_id_sha256_key ON exchange_receipt (package_id, sha256);
CREATE INDEX exchange_receipt_received_at_id_idx ON exchange_receipt (received_at, id);

CREATE TABLE exchange_receipt_row (
  receipt_id uuid NOT NULL REFERENCES exchange_receipt (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  line integer NOT NULL,
  item_id uuid,
  record_number text,
  answer text,
  reason text,
  their_number text,
  answered_on text,
  outcome text NOT NULL,
  PRIMARY KEY (receipt_id, line)
);

CREATE TABLE exchange_snapshot (
  id uuid PRIMARY KEY,
  system text NOT NULL,
  kind text NOT NULL,
  county text COLLATE "C" NOT NULL,
  on_date text NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  storage_key text NOT NULL,
  lines integer NOT NULL,
  matched integer NOT NULL,
  different integer NOT NULL,
  malformed jsonb NOT NULL,
  taken_at timestamptz(3) NOT NULL,
  taken_by uuid NOT NULL
);
CREATE UNIQUE INDEX exchange_snapshot_county_kind_sha256_key ON exchange_snapshot (county, kind, sha256);

CREATE TABLE exchange_difference (
  id uuid PRIMARY KEY,
  snapshot_id uuid NOT NULL REFERENCES exchange_snapshot (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  county text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  township text COLLATE "C",
  case_id uuid,
  person_id uuid,
  title text NOT NULL,
  differences text[] NOT NULL,
  content_hash text NOT NULL,
  content_enc bytea NOT NULL,
  state text NOT NULL,
  decision text,
  note text,
  settled_by uuid,
  settled_at timestamptz(3)
);
CREATE UNIQUE INDEX exchange_difference_snapshot_id_key_key ON exchange_difference (snapshot_id, key);
CREATE INDEX exchange_difference_county_state_id_idx ON exchange_difference (county, state, id);

CREATE TABLE exchange_alert (
  id uuid PRIMARY KEY,
  system text NOT NULL,
  county text COLLATE "C" NOT NULL,
  standard text NOT NULL,
  category text NOT NULL,
  from_date text NOT NULL,
  value text NOT NULL,
  unit text NOT NULL,
  content_hash text NOT NULL,
  raised_on text NOT NULL,
  ended_on text,
  ended_because text
);
CREATE UNIQUE INDEX exchange_alert_once ON exchange_alert (county, standard, category, from_date, content_hash);
CREATE INDEX exchange_alert_open ON exchange_alert (county, from_date, id) WHERE ended_on IS NULL;

-- ── what was rejected or could not be sent is work for the county's data desk, on its case; done when it was corrected ──
CREATE FUNCTION exchange_work() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  was text := CASE WHEN tg_op = 'UPDATE' THEN old.work END;
BEGIN
  IF new.case_id IS NOT NULL AND new.work = 'open' AND was IS DISTINCT FROM 'open' THEN
    INSERT INTO work_item (id, case_id, owner, kind, role, division, level, sentence, created_at)
      VALUES (gen_random_uuid(), new.case_id, 'exchange/' || new.id, 'task', 'countyDataDesk', new.county, 0,
        format(CASE new.state WHEN 'leftOut' THEN '未能报送(%s):%s;更正后下一批再报' ELSE '报送被退回(%s):%s;更正后下一批再报' END,
          new.record_number, coalesce(new.reason, '没有写明原因')), coalesce(new.answered_at, now()));
  ELSIF was = 'open' AND new.work IS DISTINCT FROM 'open' THEN
    UPDATE work_item SET done_at = coalesce(new.work_at, new.answered_at)
      WHERE case_id = new.case_id AND owner = 'exchange/' || new.id AND done_at IS NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER exchange_work_begins AFTER INSERT ON exchange_item FOR EACH ROW WHEN (new.work = 'open') EXECUTE FUNCTION exchange_work();
CREATE TRIGGER exchange_work AFTER UPDATE ON exchange_item FOR EACH ROW WHEN (old.work IS DISTINCT FROM new.work) EXECUTE FUNCTION exchange_work();

-- ── what was handed up and what came back never changes; it is answered, corrected and settled ─────────────────────
DO $$
DECLARE
  rule record;
BEGIN
  FOR rule IN
    SELECT * FROM (VALUES
      ('exchange_package', '''state'', ''reason'', ''base_sequence'', ''count'', ''left_out'', ''csv_sha256'', ''xlsx_sha256'', ''csv_key'', ''xlsx_key'', ''built_at'''),
      ('exchange_receipt', ''), ('exchange_receipt_row', ''), ('exchange_snapshot', ''),
      ('exchange_difference', '''state'', ''decision'', ''note'', ''settled_by'', ''settled_at'''),
      ('exchange_alert', '''ended_on'', ''ended_because''')
    ) AS rules (name, open_columns)
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION append_only(%s)', rule.name, rule.open_columns);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION append_only()', rule.name);
  END LOOP;
END $$;

-- A county's receipt answers tens of thousands of rows at once: their fixed columns are compared as they are.
CREATE FUNCTION exchange_item_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'UPDATE' THEN
    IF (new.id, new.package_id, new.row, new.kind, new.county, new.office, new.record_number, new.key, new.case_id, new.person_id, new.title,
        new.change, new.content_hash)
      IS NOT DISTINCT FROM
      (old.id, old.package_id, old.row, old.kind, old.county, old.office, old.record_number, old.key, old.case_id, old.person_id, old.title,
        old.change, old.content_hash)
      AND (new.content_enc = old.content_enc OR current_setting('app.key_rotation', true) = 'on') THEN
      RETURN new;
    END IF;
  END IF;
  RAISE EXCEPTION 'append-only; table %', tg_table_name;
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON exchange_item FOR EACH ROW EXECUTE FUNCTION exchange_item_frozen();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON exchange_item FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- ── who may ────────────────────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT, INSERT ON exchange_package, exchange_item, exchange_receipt, exchange_receipt_row, exchange_snapshot, exchange_difference
  TO doudi_worker, doudi_api;
GRANT SELECT, INSERT ON exchange_alert TO doudi_worker;
GRANT SELECT ON exchange_alert TO doudi_api;
GRANT UPDATE (state, reason, base_sequence, count, left_out, csv_sha256, xlsx_sha256, csv_key, xlsx_key, built_at) ON exchange_package TO doudi_worker;
GRANT UPDATE (state, reason, their_number, answered_on, answered_at, work, work_note, work_by, work_at) ON exchange_item TO doudi_worker, doudi_api;
GRANT UPDATE (state, decision, note, settled_by, settled_at) ON exchange_difference TO doudi_worker, doudi_api;
GRANT UPDATE (ended_on, ended_because) ON exchange_alert TO doudi_worker, doudi_api;

-- Of its office; a row about a household is seen with the case, also by the township.
CREATE POLICY own ON exchange_package TO doudi_api USING (within_scope(office)) WITH CHECK (within_scope(office));
CREATE POLICY own ON exchange_receipt TO doudi_api USING (within_scope(office)) WITH CHECK (within_scope(office));
CREATE POLICY own ON exchange_snapshot TO doudi_api USING (within_scope(county)) WITH CHECK (within_scope(county));
CREATE POLICY own ON exchange_difference TO doudi_api USING (within_scope(county)) WITH CHECK (within_scope(county));
CREATE POLICY own ON exchange_alert TO doudi_api USING (within_scope(county)) WITH CHECK (within_scope(county));
CREATE POLICY of_receipt ON exchange_receipt_row TO doudi_api
  USING (EXISTS (SELECT FROM exchange_receipt r WHERE r.id = exchange_receipt_row.receipt_id));
CREATE POLICY seen ON exchange_item FOR SELECT TO doudi_api
  USING (within_scope(office) OR EXISTS (SELECT FROM "case" c WHERE c.id = exchange_item.case_id));
CREATE POLICY filed ON exchange_item FOR INSERT TO doudi_api WITH CHECK (within_scope(office));
CREATE POLICY answered ON exchange_item FOR UPDATE TO doudi_api
  USING (within_scope(office) OR EXISTS (SELECT FROM "case" c WHERE c.id = exchange_item.case_id));
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['exchange_package', 'exchange_item', 'exchange_receipt', 'exchange_receipt_row', 'exchange_snapshot',
    'exchange_difference', 'exchange_alert'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY everything ON %I TO doudi_worker USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
