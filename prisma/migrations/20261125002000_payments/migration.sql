-- Payment runs: every fen from the entitlement to the card (design.md §7), and the ledger that keeps itself.
CREATE TABLE "card_account" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "holder_person_id" UUID,
    "holder_name" TEXT NOT NULL,
    "bank" TEXT NOT NULL,
    "number_enc" BYTEA NOT NULL,
    "number_index" BYTEA NOT NULL,
    "number_tail" TEXT NOT NULL,
    "number_valid" BOOLEAN NOT NULL,
    "agreement_id" UUID,
    "evidence_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "maker_id" UUID,
    "checker_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3),

    CONSTRAINT "card_account_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "payment_run" (
    "id" UUID NOT NULL,
    "county" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "opened_on" TEXT NOT NULL,
    "opened_by" UUID,
    "pay_by" TEXT,
    "format" TEXT NOT NULL,
    "lines" INTEGER NOT NULL DEFAULT 0,
    "fen" BIGINT NOT NULL DEFAULT 0,
    "released_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "late_since" TEXT,

    CONSTRAINT "payment_run_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "payment_run_event" (
    "run_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "township" TEXT,
    "actor_id" UUID,
    "role" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "payment_run_event_pkey" PRIMARY KEY ("run_id","sequence")
);

CREATE TABLE "payment_step" (
    "run_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "done_at" TIMESTAMPTZ(3) NOT NULL,
    "lines" INTEGER NOT NULL,
    "fen" BIGINT NOT NULL,

    CONSTRAINT "payment_step_pkey" PRIMARY KEY ("run_id","step","round")
);

CREATE TABLE "payment_township" (
    "run_id" UUID NOT NULL,
    "township" TEXT NOT NULL,
    "lines" INTEGER NOT NULL,
    "fen" BIGINT NOT NULL,
    "confirmed_by" UUID,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_township_pkey" PRIMARY KEY ("run_id","township")
);

CREATE TABLE "payment_line" (
    "id" BIGSERIAL NOT NULL,
    "run_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "entitlement_id" UUID,
    "county" TEXT NOT NULL,
    "township" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "correction" INTEGER NOT NULL DEFAULT 0,
    "fen" BIGINT NOT NULL,
    "applicant_name" TEXT NOT NULL,
    "member_count" INTEGER NOT NULL,
    "account_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "reason" TEXT,
    "bank_reason" TEXT,
    "replaces" BIGINT,
    "file_id" UUID,
    "position" INTEGER,
    "paid_on" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" UUID,

    CONSTRAINT "payment_line_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "payment_hold" (
    "line_id" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "role" TEXT NOT NULL,
    "detail" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "outcome" TEXT,
    "note" TEXT,

    CONSTRAINT "payment_hold_pkey" PRIMARY KEY ("line_id","reason","raised_at")
);

CREATE TABLE "payment_file" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "bank" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "lines" INTEGER NOT NULL,
    "fen" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_file_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "payment_return" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "received_by" UUID,
    "applied" INTEGER NOT NULL,
    "repeated" INTEGER NOT NULL,
    "unknown" INTEGER NOT NULL,

    CONSTRAINT "payment_return_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "payment_return_row" (
    "return_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "line_id" BIGINT,
    "fen" BIGINT,
    "result" TEXT NOT NULL,
    "reason" TEXT,
    "paid_on" TEXT,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "payment_return_row_pkey" PRIMARY KEY ("return_id","row")
);

CREATE TABLE "ledger_transfer" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "debit" TEXT NOT NULL,
    "credit" TEXT NOT NULL,
    "fen" BIGINT NOT NULL,
    "run_id" UUID,
    "line_id" BIGINT,
    "case_id" UUID,
    "month" TEXT NOT NULL,
    "county" TEXT NOT NULL,
    "township" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "source" TEXT,
    "reason" TEXT,
    "actor_id" UUID,

    CONSTRAINT "ledger_transfer_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "card_account_case_id_idx" ON "card_account"("case_id");

CREATE INDEX "card_account_number_index_idx" ON "card_account"("number_index");

CREATE INDEX "payment_run_state_idx" ON "payment_run"("state");

CREATE UNIQUE INDEX "payment_run_county_programme_month_kind_seq_key" ON "payment_run"("county", "programme", "month", "kind", "seq");

CREATE INDEX "payment_line_run_id_state_idx" ON "payment_line"("run_id", "state");

CREATE UNIQUE INDEX "payment_line_case_id_month_kind_correction_key" ON "payment_line"("case_id", "month", "kind", "correction");

CREATE UNIQUE INDEX "payment_file_run_id_bank_key" ON "payment_file"("run_id", "bank");

CREATE UNIQUE INDEX "payment_return_run_id_sha256_key" ON "payment_return"("run_id", "sha256");

CREATE INDEX "payment_return_row_line_id_idx" ON "payment_return_row"("line_id");

CREATE INDEX "ledger_transfer_line_id_idx" ON "ledger_transfer"("line_id");

CREATE INDEX "ledger_transfer_case_id_idx" ON "ledger_transfer"("case_id");

CREATE INDEX "ledger_transfer_run_id_idx" ON "ledger_transfer"("run_id");

ALTER TABLE "payment_run_event" ADD CONSTRAINT "payment_run_event_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "payment_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "payment_step" ADD CONSTRAINT "payment_step_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "payment_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "payment_township" ADD CONSTRAINT "payment_township_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "payment_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "payment_line" ADD CONSTRAINT "payment_line_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "payment_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "payment_hold" ADD CONSTRAINT "payment_hold_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "payment_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "payment_file" ADD CONSTRAINT "payment_file_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "payment_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "payment_return" ADD CONSTRAINT "payment_return_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "payment_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "payment_return_row" ADD CONSTRAINT "payment_return_row_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "payment_return"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ── what the datamodel cannot say ──────────────────────────────────────────────────────────────────────────────────
DO $$
DECLARE
  place record;
BEGIN
  FOR place IN
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = current_schema() AND column_name IN ('county', 'township')
      AND (table_name LIKE 'payment\_%' OR table_name = 'ledger_transfer')
  LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE text COLLATE "C"', place.table_name, place.column_name);
  END LOOP;
END $$;

ALTER TABLE payment_line
  ADD CONSTRAINT payment_line_case FOREIGN KEY (case_id) REFERENCES "case" (id),
  ADD CONSTRAINT payment_line_amount CHECK (fen > 0),
  ADD CONSTRAINT payment_line_month CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT payment_line_township CHECK (starts_with(township, county));
ALTER TABLE card_account ADD CONSTRAINT card_account_case FOREIGN KEY (case_id) REFERENCES "case" (id);
CREATE UNIQUE INDEX card_account_in_force ON card_account (case_id) WHERE state = 'approved';

-- Nobody is paid twice for one month, by constraint: one living line of a household, month and kind. Differences to a
-- month already paid come one after the other.
CREATE UNIQUE INDEX payment_line_once ON payment_line (case_id, month, kind)
  WHERE kind <> 'difference' AND state NOT IN ('cancelled', 'reissued');
CREATE UNIQUE INDEX payment_line_difference_once ON payment_line (case_id, month)
  WHERE kind = 'difference' AND state NOT IN ('cancelled', 'reissued', 'paid');
CREATE UNIQUE INDEX payment_line_position ON payment_line (file_id, position) WHERE file_id IS NOT NULL;
CREATE INDEX payment_line_township ON payment_line (run_id, township, id);
CREATE INDEX payment_hold_open ON payment_hold (line_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX payment_hold_once ON payment_hold (line_id, reason) WHERE ended_at IS NULL;

-- Whether a person is paid elsewhere too is asked for every line.
CREATE INDEX entitlement_component_person_id_idx ON entitlement_component (person_id);

-- ── the ledger keeps itself ────────────────────────────────────────────────────────────────────────────────────────
-- Where a line's money stands. A line that was given up gives it back to what the household is entitled to.
CREATE FUNCTION ledger_account(line_state text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN line_state IN ('cancelled', 'reissued') THEN 'entitled' ELSE line_state END;

CREATE FUNCTION line_may_go(was text, becomes text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (was, becomes) IN (
    ('pending', 'held'), ('pending', 'sent'), ('pending', 'cancelled'), ('held', 'pending'), ('held', 'cancelled'),
    ('sent', 'paid'), ('sent', 'failed'), ('sent', 'uncertain'), ('uncertain', 'paid'), ('uncertain', 'failed'),
    ('failed', 'paid'), ('failed', 'reissued'), ('paid', 'failed'));

-- No line comes, goes or changes without its transfer: set-based, in the same statement.
CREATE FUNCTION book_new_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM changed WHERE state NOT IN ('pending', 'held')) THEN
    RAISE EXCEPTION 'a payment line begins as pending or held' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO ledger_transfer (at, debit, credit, fen, run_id, line_id, case_id, month, county, township, programme, reason, actor_id)
    SELECT changed_at, state, 'entitled', fen, run_id, id, case_id, month, county, township, programme, kind, changed_by FROM changed;
  RETURN NULL;
END $$;
CREATE FUNCTION book_changed_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  wrong text;
BEGIN
  SELECT format('%s → %s (line %s)', o.state, n.state, n.id) INTO wrong FROM changed n JOIN former o ON o.id = n.id
    WHERE (n.state <> o.state AND NOT line_may_go(o.state, n.state))
      OR (n.fen, n.case_id, n.month, n.kind, n.run_id) IS DISTINCT FROM (o.fen, o.case_id, o.month, o.kind, o.run_id) LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'a payment line cannot change so: %', wrong USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO ledger_transfer (at, debit, credit, fen, run_id, line_id, case_id, month, county, township, programme, reason, actor_id)
    SELECT n.changed_at, ledger_account(n.state), ledger_account(o.state), n.fen, n.run_id, n.id, n.case_id, n.month, n.county, n.township,
      n.programme, n.reason, n.changed_by
    FROM changed n JOIN former o ON o.id = n.id WHERE n.state <> o.state;
  RETURN NULL;
END $$;
CREATE FUNCTION lines_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a payment line is never removed; cancel it' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER book_insert AFTER INSERT ON payment_line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION book_new_lines();
CREATE TRIGGER book_update AFTER UPDATE ON payment_line REFERENCING OLD TABLE AS former NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION book_changed_lines();
CREATE TRIGGER never_removed BEFORE DELETE ON payment_line FOR EACH STATEMENT EXECUTE FUNCTION lines_stay();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON payment_line FOR EACH STATEMENT EXECUTE FUNCTION lines_stay();
ALTER TABLE ledger_transfer
  ADD CONSTRAINT ledger_transfer_amount CHECK (fen > 0),
  ADD CONSTRAINT ledger_transfer_moves CHECK (debit <> credit);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['payment_run_event', 'payment_step', 'payment_file', 'payment_return', 'payment_return_row', 'ledger_transfer'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION append_only()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION append_only()', name);
  END LOOP;
END $$;

-- ── who may ────────────────────────────────────────────────────────────────────────────────────────────────────────
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO doudi_worker, doudi_api;
GRANT SELECT, INSERT ON card_account, payment_run, payment_run_event, payment_step, payment_township, payment_line, payment_hold,
  payment_file, payment_return, payment_return_row TO doudi_worker;
GRANT SELECT, INSERT ON card_account, payment_run, payment_run_event, payment_hold, payment_return, payment_return_row TO doudi_api;
GRANT SELECT ON payment_step, payment_township, payment_line, payment_file TO doudi_api;
GRANT SELECT ON ledger_transfer TO doudi_worker, doudi_api;
GRANT UPDATE (state, checker_id, checked_at) ON card_account TO doudi_worker, doudi_api;
GRANT UPDATE ON payment_run, payment_township, payment_hold TO doudi_worker;
GRANT DELETE ON payment_township TO doudi_worker;
GRANT UPDATE (state, version, settled_at) ON payment_run TO doudi_api;
GRANT UPDATE (confirmed_by, confirmed_at) ON payment_township TO doudi_api;
GRANT UPDATE (ended_at, ended_by, outcome, note) ON payment_hold TO doudi_api;
GRANT UPDATE (state, reason, bank_reason, file_id, position, paid_on, changed_at, changed_by, account_id) ON payment_line TO doudi_worker;
GRANT UPDATE (state, reason, bank_reason, paid_on, changed_at, changed_by) ON payment_line TO doudi_api;

-- A township sees the runs of its county, and of them its own lines.
CREATE FUNCTION of_my_county(county text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT within_scope(county) OR county = left(nullif(current_setting('app.division', true), ''), 6) $$;
CREATE POLICY of_case ON card_account TO doudi_api USING (EXISTS (SELECT FROM "case" c WHERE c.id = card_account.case_id));
CREATE POLICY of_county ON payment_run TO doudi_api USING (of_my_county(county));
CREATE POLICY own ON payment_township TO doudi_api USING (within_scope(township));
CREATE POLICY own ON payment_line TO doudi_api USING (within_scope(township));
CREATE POLICY own ON ledger_transfer FOR SELECT TO doudi_api USING (within_scope(township));
CREATE POLICY of_line ON payment_hold TO doudi_api USING (EXISTS (SELECT FROM payment_line l WHERE l.id = payment_hold.line_id));
CREATE POLICY of_return ON payment_return_row TO doudi_api USING (EXISTS (SELECT FROM payment_return r WHERE r.id = payment_return_row.return_id));
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['payment_run_event', 'payment_step'] LOOP
    EXECUTE format('CREATE POLICY of_run ON %1$I TO doudi_api USING (EXISTS (SELECT FROM payment_run r WHERE r.id = %1$I.run_id))', name);
  END LOOP;
  -- Files hold the whole county's names and cards.
  FOREACH name IN ARRAY ARRAY['payment_file', 'payment_return'] LOOP
    EXECUTE format('CREATE POLICY of_county ON %1$I TO doudi_api USING (EXISTS (SELECT FROM payment_run r WHERE r.id = %1$I.run_id AND within_scope(r.county)))', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['card_account', 'payment_run', 'payment_run_event', 'payment_step', 'payment_township', 'payment_line', 'payment_hold',
    'payment_file', 'payment_return', 'payment_return_row', 'ledger_transfer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY everything ON %I TO doudi_worker USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;

CREATE FUNCTION tell_of_runs() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('doudi_changes', json_build_object('topic', 'payment', 'id', id, 'offices', ARRAY[county])::text) FROM changed;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_of_insert AFTER INSERT ON payment_run REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_of_runs();
CREATE TRIGGER tell_of_update AFTER UPDATE ON payment_run REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_of_runs();

CREATE FUNCTION month_text(number int) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lpad(((number - 1) / 12)::text, 4, '0') || '-' || lpad(((number - 1) % 12 + 1)::text, 2, '0');
