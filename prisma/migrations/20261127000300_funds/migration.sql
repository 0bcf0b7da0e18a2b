-- Funds: budget lines by source at each level, what moved between the levels, the township reserve funds and the direct
-- grants. Balances are kept by triggers alone: no role may write them, and a check stands behind each.
CREATE TABLE "budget_line" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "division" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "allocated_fen" BIGINT NOT NULL DEFAULT 0,
    "given_fen" BIGINT NOT NULL DEFAULT 0,
    "released_fen" BIGINT NOT NULL DEFAULT 0,
    "arrived_fen" BIGINT NOT NULL DEFAULT 0,
    "drawn_fen" BIGINT NOT NULL DEFAULT 0,
    "committed_fen" BIGINT NOT NULL DEFAULT 0,
    "returned_fen" BIGINT NOT NULL DEFAULT 0,
    "overdrawn_fen" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "budget_line_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "fund_movement" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "from_division" TEXT NOT NULL,
    "to_division" TEXT NOT NULL,
    "entered_by" TEXT NOT NULL,
    "fen" BIGINT NOT NULL,
    "document_number" TEXT NOT NULL,
    "on_date" TEXT NOT NULL,
    "note" TEXT,
    "reverses" UUID,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "maker_id" UUID NOT NULL,
    "checker_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3),

    CONSTRAINT "fund_movement_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "fund_alert" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "division" TEXT NOT NULL,
    "concerns" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "movement_id" UUID,
    "fen" BIGINT NOT NULL,
    "since" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "raised_on" TEXT NOT NULL,
    "ended_on" TEXT,

    CONSTRAINT "fund_alert_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "fund_forecast" (
    "county" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "fen" BIGINT NOT NULL,
    "computed_on" TEXT NOT NULL,

    CONSTRAINT "fund_forecast_pkey" PRIMARY KEY ("county","programme","month")
);

CREATE TABLE "reserve_fund" (
    "id" UUID NOT NULL,
    "township" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "balance_fen" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_on" TEXT,

    CONSTRAINT "reserve_fund_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "reserve_entry" (
    "id" BIGSERIAL NOT NULL,
    "fund_id" UUID NOT NULL,
    "township" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fen" BIGINT NOT NULL,
    "balance_fen" BIGINT NOT NULL,
    "on_date" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "cause_id" UUID NOT NULL,
    "actor_id" UUID,

    CONSTRAINT "reserve_entry_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "reserve_grant" (
    "id" UUID NOT NULL,
    "fund_id" UUID NOT NULL,
    "township" TEXT NOT NULL,
    "case_id" UUID,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "id_tail" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "fen" BIGINT NOT NULL,
    "goods" TEXT,
    "reason" TEXT NOT NULL,
    "given_on" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "maker_id" UUID NOT NULL,
    "checker_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3),

    CONSTRAINT "reserve_grant_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "reserve_top_up" (
    "id" UUID NOT NULL,
    "fund_id" UUID NOT NULL,
    "township" TEXT NOT NULL,
    "fen" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "maker_id" UUID NOT NULL,
    "checker_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3),

    CONSTRAINT "reserve_top_up_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "reserve_reconciliation" (
    "id" UUID NOT NULL,
    "fund_id" UUID NOT NULL,
    "township" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "ledger_fen" BIGINT NOT NULL,
    "counted_fen" BIGINT NOT NULL,
    "explanation" TEXT,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "maker_id" UUID NOT NULL,
    "checker_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3),

    CONSTRAINT "reserve_reconciliation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "reserve_closing" (
    "id" UUID NOT NULL,
    "fund_id" UUID NOT NULL,
    "township" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "fen" BIGINT NOT NULL,
    "closed_on" TEXT NOT NULL,
    "closed_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reserve_closing_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "direct_grant_import" (
    "id" UUID NOT NULL,
    "county" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "kept" INTEGER NOT NULL,
    "repeated" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "direct_grant_import_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "direct_grant_finding" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "message" TEXT NOT NULL,

    CONSTRAINT "direct_grant_finding_pkey" PRIMARY KEY ("import_id","line","field")
);

CREATE TABLE "direct_grant" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "row_key" TEXT NOT NULL,
    "county" TEXT NOT NULL,
    "township" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "id_tail" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "fen" BIGINT NOT NULL,
    "goods" TEXT,
    "reason" TEXT NOT NULL,
    "given_on" TEXT NOT NULL,
    "budget_line_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,

    CONSTRAINT "direct_grant_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "payment_run" ADD COLUMN "unfunded" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "payment_line" ADD COLUMN "budget_line_id" UUID;

CREATE UNIQUE INDEX "budget_line_division_programme_year_source_key" ON "budget_line"("division", "programme", "year", "source");

CREATE INDEX "fund_movement_to_division_year_idx" ON "fund_movement"("to_division", "year");

CREATE INDEX "fund_movement_from_division_year_idx" ON "fund_movement"("from_division", "year");

CREATE INDEX "fund_alert_division_idx" ON "fund_alert"("division");

CREATE UNIQUE INDEX "reserve_fund_township_year_key" ON "reserve_fund"("township", "year");

CREATE INDEX "reserve_entry_fund_id_idx" ON "reserve_entry"("fund_id");

CREATE INDEX "reserve_grant_fund_id_idx" ON "reserve_grant"("fund_id");

CREATE INDEX "reserve_top_up_fund_id_idx" ON "reserve_top_up"("fund_id");

CREATE INDEX "reserve_reconciliation_fund_id_idx" ON "reserve_reconciliation"("fund_id");

CREATE UNIQUE INDEX "reserve_closing_fund_id_key" ON "reserve_closing"("fund_id");

CREATE UNIQUE INDEX "direct_grant_import_county_file_hash_key" ON "direct_grant_import"("county", "file_hash");

CREATE UNIQUE INDEX "direct_grant_county_row_key_key" ON "direct_grant"("county", "row_key");

CREATE INDEX "direct_grant_import_id_idx" ON "direct_grant"("import_id");


-- ── what the datamodel cannot say ──────────────────────────────────────────────────────────────────────────────────
DO $$
DECLARE
  place record;
BEGIN
  FOR place IN
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = current_schema() AND column_name IN ('county', 'township', 'division', 'concerns', 'from_division', 'to_division', 'entered_by')
      AND table_name IN ('budget_line', 'fund_movement', 'fund_alert', 'fund_forecast', 'reserve_fund', 'reserve_entry', 'reserve_grant', 'reserve_top_up',
        'reserve_reconciliation', 'reserve_closing', 'direct_grant_import', 'direct_grant')
  LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE text COLLATE "C"', place.table_name, place.column_name);
  END LOOP;
END $$;

-- Money arrives on what was allocated, and goes out of what has arrived. Only a bank's late word that a payment went
-- through after all may go beyond; it is kept apart as overdrawn.
ALTER TABLE budget_line
  ADD CONSTRAINT budget_line_source CHECK (source IN ('central', 'provincial', 'prefecture', 'county')),
  ADD CONSTRAINT budget_line_level CHECK (length(division) IN (2, 4, 6)),
  ADD CONSTRAINT budget_line_positive CHECK (allocated_fen >= 0 AND given_fen >= 0 AND released_fen >= 0 AND committed_fen >= 0 AND drawn_fen >= committed_fen AND returned_fen >= 0 AND overdrawn_fen >= 0),
  ADD CONSTRAINT budget_line_arrived CHECK (arrived_fen BETWEEN 0 AND allocated_fen),
  ADD CONSTRAINT budget_line_room CHECK (drawn_fen <= arrived_fen + returned_fen + overdrawn_fen),
  ADD CONSTRAINT budget_line_spends CHECK (drawn_fen = 0 OR length(division) = 6);

-- Down by one level, or within a level from its own budget; the province may pay a county directly.
ALTER TABLE fund_movement
  ADD CONSTRAINT fund_movement_kind CHECK (kind IN ('allocation', 'release', 'arrival')),
  ADD CONSTRAINT fund_movement_amount CHECK (fen > 0),
  ADD CONSTRAINT fund_movement_way CHECK (starts_with(to_division, from_division)
    AND (length(from_division), length(to_division)) IN ((0, 2), (2, 2), (2, 4), (2, 6), (4, 4), (4, 6), (6, 6))),
  ADD CONSTRAINT fund_movement_office CHECK (entered_by IN (from_division, to_division)),
  ADD CONSTRAINT fund_movement_reverses FOREIGN KEY (reverses) REFERENCES fund_movement (id);
-- Either office may enter a document; once.
CREATE UNIQUE INDEX fund_movement_once ON fund_movement (kind, programme, year, source, from_division, to_division, document_number, on_date, fen)
  WHERE state <> 'rejected' AND reverses IS NULL;
CREATE UNIQUE INDEX fund_movement_reversed_once ON fund_movement (reverses) WHERE state <> 'rejected';
CREATE UNIQUE INDEX fund_alert_open ON fund_alert (kind, division, concerns, programme, year, source, movement_id) NULLS NOT DISTINCT WHERE ended_on IS NULL;

ALTER TABLE reserve_fund ADD CONSTRAINT reserve_fund_balance CHECK (balance_fen >= 0),
  ADD CONSTRAINT reserve_fund_closed CHECK (closed_on IS NULL OR balance_fen = 0);
ALTER TABLE reserve_grant ADD CONSTRAINT reserve_grant_form CHECK (form IN ('cash', 'goods') AND (form = 'goods') = (goods IS NOT NULL) AND fen > 0),
  ADD CONSTRAINT reserve_grant_case FOREIGN KEY (case_id) REFERENCES "case" (id),
  ADD CONSTRAINT reserve_grant_person FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE reserve_top_up ADD CONSTRAINT reserve_top_up_amount CHECK (fen > 0);
ALTER TABLE reserve_reconciliation ADD CONSTRAINT reserve_reconciliation_explained CHECK (counted_fen = ledger_fen OR explanation IS NOT NULL);
CREATE UNIQUE INDEX reserve_reconciliation_once ON reserve_reconciliation (fund_id, month) WHERE state <> 'rejected';
ALTER TABLE direct_grant ADD CONSTRAINT direct_grant_form CHECK (form IN ('cash', 'goods') AND (form = 'goods') = (goods IS NOT NULL) AND fen > 0),
  ADD CONSTRAINT direct_grant_township CHECK (starts_with(township, county)),
  ADD CONSTRAINT direct_grant_person FOREIGN KEY (person_id) REFERENCES person (id),
  ADD CONSTRAINT direct_grant_budget FOREIGN KEY (budget_line_id) REFERENCES budget_line (id);
ALTER TABLE direct_grant ADD CONSTRAINT direct_grant_import FOREIGN KEY (import_id) REFERENCES direct_grant_import (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE direct_grant_finding ADD CONSTRAINT direct_grant_finding_import FOREIGN KEY (import_id) REFERENCES direct_grant_import (id);
ALTER TABLE payment_line ADD CONSTRAINT payment_line_budget FOREIGN KEY (budget_line_id) REFERENCES budget_line (id);
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['reserve_entry', 'reserve_grant', 'reserve_top_up', 'reserve_reconciliation', 'reserve_closing'] LOOP
    EXECUTE format('ALTER TABLE %1$I ADD CONSTRAINT %1$s_fund FOREIGN KEY (fund_id) REFERENCES reserve_fund (id)', name);
  END LOOP;
END $$;

-- ── between the levels ─────────────────────────────────────────────────────────────────────────────────────────────
CREATE FUNCTION budget_line_of(of_division text, of_programme text, of_year int, of_source text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found uuid;
BEGIN
  INSERT INTO budget_line (division, programme, year, source) VALUES (of_division, of_programme, of_year, of_source) ON CONFLICT DO NOTHING;
  SELECT id INTO found FROM budget_line WHERE (division, programme, year, source) = (of_division, of_programme, of_year, of_source);
  RETURN found;
END $$;

-- A reversal takes back what its movement did. An office gives no more than it was given; what the receiver enters from a
-- document of the office above may run ahead of that office's own entries.
CREATE FUNCTION apply_movement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  amount bigint := CASE WHEN new.reverses IS NULL THEN new.fen ELSE -new.fen END;
  receiver uuid := budget_line_of(new.to_division, new.programme, new.year, new.source);
  giver uuid;
BEGIN
  IF new.from_division NOT IN ('', new.to_division) THEN
    giver := budget_line_of(new.from_division, new.programme, new.year, new.source);
  END IF;
  IF new.reverses IS NOT NULL AND NOT EXISTS (SELECT FROM fund_movement m WHERE m.id = new.reverses AND m.state = 'approved' AND m.reverses IS NULL
      AND (m.kind, m.programme, m.year, m.source, m.from_division, m.to_division, m.fen)
        = (new.kind, new.programme, new.year, new.source, new.from_division, new.to_division, new.fen)) THEN
    RAISE EXCEPTION 'a reversal repeats its movement' USING ERRCODE = 'check_violation';
  END IF;
  IF new.kind = 'allocation' THEN
    UPDATE budget_line SET allocated_fen = allocated_fen + amount WHERE id = receiver;
    UPDATE budget_line SET given_fen = given_fen + amount WHERE id = giver;
    IF new.entered_by = new.from_division AND EXISTS (SELECT FROM budget_line WHERE id = giver AND given_fen > allocated_fen) THEN
      RAISE EXCEPTION 'an office gives no more than it was given' USING ERRCODE = 'check_violation', CONSTRAINT = 'budget_line_given';
    END IF;
  ELSIF new.kind = 'release' THEN
    UPDATE budget_line SET released_fen = released_fen + amount WHERE id = giver;
  ELSE
    UPDATE budget_line SET arrived_fen = arrived_fen + amount,
      overdrawn_fen = least(overdrawn_fen, greatest(0, drawn_fen - arrived_fen - amount - returned_fen)) WHERE id = receiver;
    IF length(new.to_division) = 6 THEN
      INSERT INTO outbox (kind, payload) VALUES ('fund-arrival', jsonb_build_object('county', new.to_division));
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER apply_new AFTER INSERT ON fund_movement FOR EACH ROW WHEN (new.state = 'approved') EXECUTE FUNCTION apply_movement();
CREATE TRIGGER apply_approved AFTER UPDATE ON fund_movement FOR EACH ROW WHEN (old.state = 'proposed' AND new.state = 'approved')
  EXECUTE FUNCTION apply_movement();
CREATE FUNCTION movements_decided_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was decided stays decided' USING ERRCODE = 'check_violation';
END $$;

-- What counts: approved, not reversed, and no reversal.
CREATE VIEW fund_movement_in_force WITH (security_invoker = true) AS
  SELECT m.* FROM fund_movement m WHERE m.state = 'approved' AND m.reverses IS NULL
    AND NOT EXISTS (SELECT FROM fund_movement r WHERE r.reverses = m.id AND r.state = 'approved');

-- ── spending ───────────────────────────────────────────────────────────────────────────────────────────────────────
-- Takes money out of a budget line, never beyond what has arrived; concurrent takers wait for the row.
CREATE FUNCTION draw_budget(line uuid, amount bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE budget_line SET drawn_fen = drawn_fen + amount WHERE id = line AND drawn_fen + amount <= arrived_fen + returned_fen;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'budget line % has no room for % fen', line, amount USING ERRCODE = 'check_violation', CONSTRAINT = 'budget_line_room';
  END IF;
END $$;
-- What is there for a county, programme and year, held until the transaction ends: of two who draw, the second sees what the
-- first has drawn.
CREATE FUNCTION lock_budget(of_county text, of_programme text, of_year int) RETURNS TABLE (id uuid, source text, room bigint)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT b.id, b.source, b.arrived_fen + b.returned_fen - b.drawn_fen FROM budget_line b
    WHERE (b.division, b.programme, b.year) = (of_county, of_programme, of_year) ORDER BY b.id FOR UPDATE
  $$;
CREATE FUNCTION return_budget(line uuid, amount bigint) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE budget_line SET returned_fen = returned_fen + amount,
    overdrawn_fen = least(overdrawn_fen, greatest(0, drawn_fen - arrived_fen - returned_fen - amount)) WHERE id = line
$$;

CREATE FUNCTION line_spends(line_state text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN line_state IN ('sent', 'uncertain', 'paid');

-- A line is paid from a budget line of its own county, programme and year, which it keeps; a failed line gives its money
-- back. Set-based, and the budget lines are locked in one order.
CREATE FUNCTION draw_changed_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_nestloop = off AS $$
DECLARE
  wrong text;
  taken record;
BEGIN
  SELECT format('line %s', n.id) INTO wrong FROM changed n JOIN former o ON o.id = n.id
    WHERE o.budget_line_id IS NOT NULL AND n.budget_line_id IS DISTINCT FROM o.budget_line_id LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'a payment line keeps its budget line: %', wrong USING ERRCODE = 'check_violation';
  END IF;
  SELECT format('line %s', n.id) INTO wrong FROM changed n JOIN payment_run r ON r.id = n.run_id JOIN budget_line b ON b.id = n.budget_line_id
    WHERE (b.division, b.programme, b.year) IS DISTINCT FROM (n.county, n.programme, left(r.month, 4)::int) LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'spending is for the county, programme and year of the budget line: %', wrong USING ERRCODE = 'check_violation';
  END IF;
  SELECT format('line %s', n.id) INTO wrong FROM changed n JOIN former o ON o.id = n.id JOIN payment_run r ON r.id = n.run_id
    WHERE o.state = 'pending' AND n.state = 'sent' AND n.budget_line_id IS NULL AND NOT r.unfunded LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'nothing is paid without a budget line: %', wrong USING ERRCODE = 'check_violation';
  END IF;
  PERFORM FROM budget_line WHERE id IN (SELECT DISTINCT budget_line_id FROM changed WHERE budget_line_id IS NOT NULL) ORDER BY id FOR UPDATE;
  FOR taken IN
    SELECT n.budget_line_id AS id,
      coalesce(sum(n.fen) FILTER (WHERE line_spends(n.state) AND NOT line_spends(o.state) AND o.state NOT IN ('failed', 'reissued')), 0) AS fresh,
      coalesce(sum(n.fen) FILTER (WHERE line_spends(n.state) AND o.state IN ('failed', 'reissued')), 0) AS late,
      coalesce(sum(n.fen) FILTER (WHERE line_spends(o.state) AND NOT line_spends(n.state)), 0) AS back,
      coalesce(sum(n.fen) FILTER (WHERE n.state IN ('sent', 'uncertain')), 0) - coalesce(sum(n.fen) FILTER (WHERE o.state IN ('sent', 'uncertain')), 0) AS committed
    FROM changed n JOIN former o ON o.id = n.id WHERE n.budget_line_id IS NOT NULL AND n.state <> o.state GROUP BY 1 ORDER BY 1
  LOOP
    -- First what is no longer on its way, last what now is: on its way is never more than drawn.
    UPDATE budget_line SET committed_fen = committed_fen + least(0, taken.committed), drawn_fen = drawn_fen - taken.back,
      overdrawn_fen = least(overdrawn_fen, greatest(0, drawn_fen - taken.back - arrived_fen - returned_fen)) WHERE id = taken.id AND (taken.back > 0 OR taken.committed < 0);
    IF taken.fresh > 0 THEN
      PERFORM draw_budget(taken.id, taken.fresh::bigint);
    END IF;
    UPDATE budget_line SET drawn_fen = drawn_fen + taken.late,
      overdrawn_fen = greatest(overdrawn_fen, drawn_fen + taken.late - arrived_fen - returned_fen) WHERE id = taken.id AND taken.late > 0;
    UPDATE budget_line SET committed_fen = committed_fen + taken.committed WHERE id = taken.id AND taken.committed > 0;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER draw_update AFTER UPDATE ON payment_line REFERENCING OLD TABLE AS former NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION draw_changed_lines();
ALTER TABLE payment_line ADD CONSTRAINT payment_line_budget_later CHECK (budget_line_id IS NULL OR state <> 'held');

-- The ledger says from which source. A line that begins has none yet.
CREATE OR REPLACE FUNCTION book_changed_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  wrong text;
BEGIN
  SELECT format('%s → %s (line %s)', o.state, n.state, n.id) INTO wrong FROM changed n JOIN former o ON o.id = n.id
    WHERE (n.state <> o.state AND NOT line_may_go(o.state, n.state))
      OR (n.fen, n.case_id, n.month, n.kind, n.run_id) IS DISTINCT FROM (o.fen, o.case_id, o.month, o.kind, o.run_id) LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'a payment line cannot change so: %', wrong USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO ledger_transfer (at, debit, credit, fen, run_id, line_id, case_id, month, county, township, programme, source, reason, actor_id)
    SELECT n.changed_at, ledger_account(n.state), ledger_account(o.state), n.fen, n.run_id, n.id, n.case_id, n.month, n.county, n.township,
      n.programme, b.source, n.reason, n.changed_by
    FROM changed n JOIN former o ON o.id = n.id LEFT JOIN budget_line b ON b.id = n.budget_line_id WHERE n.state <> o.state;
  RETURN NULL;
END $$;

-- ── the reserve fund of a township ─────────────────────────────────────────────────────────────────────────────────
-- The only way an entry comes about. The balance can never be negative: the check on the fund.
CREATE FUNCTION enter_reserve(of_fund uuid, of_kind text, amount bigint, of_day text, of_time timestamptz, cause uuid, actor uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  fund reserve_fund;
BEGIN
  UPDATE reserve_fund SET balance_fen = balance_fen + amount WHERE id = of_fund AND closed_on IS NULL RETURNING * INTO fund;
  IF fund.id IS NULL THEN
    RAISE EXCEPTION 'the reserve fund is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'reserve_fund_open';
  END IF;
  INSERT INTO reserve_entry (fund_id, township, kind, fen, balance_fen, on_date, at, cause_id, actor_id)
    VALUES (of_fund, fund.township, of_kind, amount, fund.balance_fen, of_day, of_time, cause, actor);
END $$;

-- What is given directly is entitled and paid in one.
CREATE FUNCTION book_direct(of_fen bigint, of_time timestamptz, of_case uuid, of_month text, of_township text, of_source text, why text, actor uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO ledger_transfer (at, debit, credit, fen, case_id, month, county, township, programme, source, reason, actor_id)
    VALUES (of_time, 'paid', 'entitled', of_fen, of_case, of_month, left(of_township, 6), of_township, 'temporaryAssistance', of_source, why, actor)
$$;

CREATE FUNCTION apply_reserve_grant() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM enter_reserve(new.fund_id, 'grant', -new.fen, new.given_on, new.checked_at, new.id, new.checker_id);
  PERFORM book_direct(new.fen, new.checked_at, new.case_id, left(new.given_on, 7), new.township,
    (SELECT source FROM reserve_fund WHERE id = new.fund_id), 'reserveFund', new.checker_id);
  RETURN NULL;
END $$;
CREATE TRIGGER apply_approved AFTER UPDATE ON reserve_grant FOR EACH ROW WHEN (old.state = 'proposed' AND new.state = 'approved')
  EXECUTE FUNCTION apply_reserve_grant();

CREATE FUNCTION reserve_budget(fund reserve_fund) RETURNS uuid LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT budget_line_of(left(fund.township, 6), 'temporaryAssistance', fund.year, fund.source) $$;

CREATE FUNCTION apply_top_up() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  fund reserve_fund;
BEGIN
  SELECT * INTO fund FROM reserve_fund WHERE id = new.fund_id;
  PERFORM draw_budget(reserve_budget(fund), new.fen);
  PERFORM enter_reserve(new.fund_id, 'topUp', new.fen, to_char(new.checked_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'), new.checked_at, new.id, new.checker_id);
  RETURN NULL;
END $$;
CREATE TRIGGER apply_approved AFTER UPDATE ON reserve_top_up FOR EACH ROW WHEN (old.state = 'proposed' AND new.state = 'approved')
  EXECUTE FUNCTION apply_top_up();

-- What is left goes back to the budget line, or into the fund of the next year.
CREATE FUNCTION apply_closing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  fund reserve_fund;
  next_id uuid;
BEGIN
  SELECT * INTO fund FROM reserve_fund WHERE id = new.fund_id FOR UPDATE;
  IF fund.balance_fen <> new.fen THEN
    RAISE EXCEPTION 'a closing names the balance' USING ERRCODE = 'check_violation', CONSTRAINT = 'reserve_closing_balance';
  END IF;
  IF new.fen > 0 THEN
    PERFORM enter_reserve(fund.id, new.mode, -new.fen, new.closed_on, new.created_at, new.id, new.closed_by);
    IF new.mode = 'returned' THEN
      PERFORM return_budget(reserve_budget(fund), new.fen);
    ELSE
      INSERT INTO reserve_fund (id, township, year, source, created_at)
        VALUES (gen_random_uuid(), fund.township, fund.year + 1, fund.source, new.created_at) ON CONFLICT DO NOTHING;
      SELECT id INTO next_id FROM reserve_fund WHERE township = fund.township AND year = fund.year + 1;
      PERFORM enter_reserve(next_id, 'carriedIn', new.fen, new.closed_on, new.created_at, new.id, new.closed_by);
    END IF;
  END IF;
  UPDATE reserve_fund SET closed_on = new.closed_on WHERE id = fund.id;
  RETURN NULL;
END $$;
CREATE TRIGGER apply_new AFTER INSERT ON reserve_closing FOR EACH ROW EXECUTE FUNCTION apply_closing();
ALTER TABLE reserve_closing ADD CONSTRAINT reserve_closing_mode CHECK (mode IN ('returned', 'carried'));

CREATE FUNCTION apply_direct_grant() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  line budget_line;
BEGIN
  SELECT * INTO line FROM budget_line WHERE id = new.budget_line_id;
  IF (line.division, line.programme, line.year) IS DISTINCT FROM (new.county, 'temporaryAssistance', left(new.month, 4)::int) THEN
    RAISE EXCEPTION 'spending is for the county, programme and year of the budget line' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM draw_budget(line.id, new.fen);
  PERFORM book_direct(new.fen, new.created_at, NULL, new.month, new.township, line.source, 'directGrant', new.created_by);
  RETURN NULL;
END $$;
CREATE TRIGGER apply_new AFTER INSERT ON direct_grant FOR EACH ROW EXECUTE FUNCTION apply_direct_grant();

-- ── insert-only, and decided once ──────────────────────────────────────────────────────────────────────────────────
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['fund_movement', 'reserve_grant', 'reserve_top_up', 'reserve_reconciliation'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION append_only(''state'', ''checker_id'', ''checked_at'')', name);
    EXECUTE format('CREATE TRIGGER decided_once BEFORE UPDATE ON %I FOR EACH ROW WHEN (old.state <> ''proposed'') EXECUTE FUNCTION movements_decided_once()', name);
    EXECUTE format('GRANT UPDATE (state, checker_id, checked_at) ON %I TO doudi_api, doudi_worker', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['reserve_entry', 'reserve_closing', 'direct_grant_import', 'direct_grant_finding', 'direct_grant'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION append_only()', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['fund_movement', 'reserve_grant', 'reserve_top_up', 'reserve_reconciliation', 'reserve_entry', 'reserve_closing',
    'direct_grant_import', 'direct_grant_finding', 'direct_grant'] LOOP
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION append_only()', name);
  END LOOP;
END $$;

-- ── who may ────────────────────────────────────────────────────────────────────────────────────────────────────────
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO doudi_worker, doudi_api;
GRANT SELECT ON budget_line, reserve_entry, fund_movement_in_force TO doudi_worker, doudi_api;
GRANT SELECT ON reserve_fund TO doudi_worker, doudi_api;
-- A fund begins empty and open.
GRANT INSERT (id, township, year, source, created_at) ON reserve_fund TO doudi_worker, doudi_api;
GRANT SELECT, INSERT ON fund_movement, reserve_grant, reserve_top_up, reserve_reconciliation, reserve_closing,
  direct_grant_import, direct_grant_finding, direct_grant TO doudi_worker, doudi_api;
GRANT SELECT ON fund_alert TO doudi_api;
GRANT SELECT, INSERT ON fund_alert TO doudi_worker;
GRANT UPDATE (stage, fen, since, due_on, ended_on) ON fund_alert TO doudi_worker;
GRANT SELECT ON fund_forecast TO doudi_api;
GRANT SELECT, INSERT, DELETE ON fund_forecast TO doudi_worker;
GRANT UPDATE (budget_line_id) ON payment_line TO doudi_worker;

-- An office sees its own lines and those below; both ends of a movement see it, and who waits for money sees the clock.
CREATE POLICY own ON budget_line FOR SELECT TO doudi_api USING (within_scope(division));
CREATE POLICY ends ON fund_movement FOR SELECT TO doudi_api USING (within_scope(from_division) OR within_scope(to_division));
CREATE POLICY entered ON fund_movement FOR INSERT TO doudi_api WITH CHECK (state = 'proposed' AND (within_scope(from_division) OR within_scope(to_division)));
CREATE POLICY decided ON fund_movement FOR UPDATE TO doudi_api USING (within_scope(from_division) OR within_scope(to_division));
CREATE POLICY seen ON fund_alert FOR SELECT TO doudi_api USING (within_scope(division) OR within_scope(concerns));
CREATE POLICY own ON fund_forecast FOR SELECT TO doudi_api USING (within_scope(county));
CREATE POLICY own ON direct_grant_import TO doudi_api USING (within_scope(county)) WITH CHECK (within_scope(county));
CREATE POLICY of_import ON direct_grant_finding TO doudi_api USING (EXISTS (SELECT FROM direct_grant_import i WHERE i.id = direct_grant_finding.import_id));
CREATE POLICY own ON reserve_entry FOR SELECT TO doudi_api USING (within_scope(township));
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['reserve_fund', 'reserve_closing', 'direct_grant'] LOOP
    EXECUTE format('CREATE POLICY own ON %I TO doudi_api USING (within_scope(township)) WITH CHECK (within_scope(township))', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['reserve_grant', 'reserve_top_up', 'reserve_reconciliation'] LOOP
    EXECUTE format('CREATE POLICY seen ON %I FOR SELECT TO doudi_api USING (within_scope(township))', name);
    EXECUTE format('CREATE POLICY entered ON %I FOR INSERT TO doudi_api WITH CHECK (state = ''proposed'' AND within_scope(township))', name);
    EXECUTE format('CREATE POLICY decided ON %I FOR UPDATE TO doudi_api USING (within_scope(township))', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['budget_line', 'fund_movement', 'fund_alert', 'fund_forecast', 'reserve_fund', 'reserve_entry', 'reserve_grant',
    'reserve_top_up', 'reserve_reconciliation', 'reserve_closing', 'direct_grant_import', 'direct_grant_finding', 'direct_grant'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY everything ON %I TO doudi_worker USING (true) WITH CHECK (true)', name);
  END LOOP;
  -- What only a trigger may do.
  FOREACH name IN ARRAY ARRAY['budget_line_of(text, text, int, text)', 'draw_budget(uuid, bigint)', 'return_budget(uuid, bigint)',
    'enter_reserve(uuid, text, bigint, text, timestamptz, uuid, uuid)', 'book_direct(bigint, timestamptz, uuid, text, text, text, text, uuid)',
    'reserve_budget(reserve_fund)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
  REVOKE ALL ON FUNCTION lock_budget(text, text, int) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION lock_budget(text, text, int) TO doudi_worker;
END $$;
