-- A list of a hundred thousand lines is written three times until it is paid: when drawn, sent and answered. What each of
-- these does beside the writing is kept to what a line cannot do without.

-- ── a line is written over in its place ────────────────────────────────────────────────────────────────────────────
-- Indexes ask of a state what seldom changes: whether the line lives, and what it waits for. A line that is paid as a
-- hundred thousand others then touches none of them, and finds room beside itself.
ALTER TABLE payment_line
  ADD COLUMN living boolean GENERATED ALWAYS AS (state NOT IN ('cancelled', 'reissued')) STORED,
  ADD COLUMN open_difference boolean GENERATED ALWAYS AS (kind = 'difference' AND state NOT IN ('cancelled', 'reissued', 'paid')) STORED,
  ADD COLUMN stuck text GENERATED ALWAYS AS (CASE WHEN state IN ('held', 'failed', 'uncertain') THEN state END) STORED,
  SET (fillfactor = 50);
DROP INDEX payment_line_once, payment_line_difference_once, payment_line_held, payment_line_run_id_state_idx;
CREATE UNIQUE INDEX payment_line_once ON payment_line (case_id, month, kind, coalesce(occasion_id, case_id)) WHERE kind <> 'difference' AND living;
CREATE UNIQUE INDEX payment_line_difference_once ON payment_line (case_id, month) WHERE open_difference;
CREATE INDEX payment_line_held ON payment_line (county, programme, month) WHERE stuck = 'held';
CREATE INDEX payment_line_stuck ON payment_line (run_id, stuck) WHERE stuck IS NOT NULL;
-- What a household's lines moved is found by the lines.
DROP INDEX ledger_transfer_case_id_idx;

-- ── what a line refers to ──────────────────────────────────────────────────────────────────────────────────────────
-- Checked by the statement and not by the line, which would also write a lock into every household's case. What lines refer
-- to cannot be removed: who tries waits for those who write lines, and they see that it has gone.
ALTER TABLE payment_line DROP CONSTRAINT payment_line_case, DROP CONSTRAINT payment_line_run_id_fkey, DROP CONSTRAINT payment_line_budget;
CREATE FUNCTION lines_refer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  referred boolean;
BEGIN
  LOCK TABLE payment_line IN SHARE MODE;
  EXECUTE format('SELECT EXISTS (SELECT FROM removed r JOIN payment_line l ON l.%I = r.id)', tg_argv[0]) INTO referred;
  IF referred THEN
    RAISE EXCEPTION '% has payment lines and stays', tg_table_name USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER lines_refer AFTER DELETE ON "case" REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION lines_refer('case_id');
CREATE TRIGGER lines_refer AFTER DELETE ON payment_run REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION lines_refer('run_id');
CREATE TRIGGER lines_refer AFTER DELETE ON budget_line REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION lines_refer('budget_line_id');

-- ── one look at what a statement changed ───────────────────────────────────────────────────────────────────────────
CREATE FUNCTION refuse_line(says text, of_line bigint) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%: line %', says, of_line USING ERRCODE = 'check_violation';
END $$;

CREATE OR REPLACE FUNCTION book_new_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM changed n WHERE NOT EXISTS (SELECT FROM payment_run r WHERE r.id = n.run_id))
    OR EXISTS (SELECT FROM changed n WHERE NOT EXISTS (SELECT FROM "case" c WHERE c.id = n.case_id)) THEN
    RAISE EXCEPTION 'a payment line is of a run and of a case' USING ERRCODE = 'foreign_key_violation';
  END IF;
  INSERT INTO ledger_transfer (at, debit, credit, fen, run_id, line_id, case_id, month, county, township, programme, reason, actor_id)
    SELECT n.changed_at, n.state, 'entitled', n.fen, n.run_id, n.id, n.case_id, n.month, n.county, n.township, n.programme, n.kind, n.changed_by
    FROM changed n
    WHERE (n.state IN ('pending', 'held') AND n.withheld_fen = 0 AND n.budget_line_id IS NULL)
      OR refuse_line('a payment line begins as pending or held, and whole', n.id);
  RETURN NULL;
END $$;

-- To the card goes the line less what it withholds; that part is booked by book_withheld. What is on its way is frozen.
CREATE OR REPLACE FUNCTION book_changed_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  SET enable_nestloop = off AS $$
BEGIN
  INSERT INTO ledger_transfer (at, debit, credit, fen, run_id, line_id, case_id, month, county, township, programme, source, reason, actor_id)
    SELECT n.changed_at, ledger_account(n.state), ledger_account(o.state), n.fen - m.withheld, n.run_id, n.id, n.case_id, n.month, n.county,
      n.township, n.programme, b.source, n.reason, n.changed_by
    FROM changed n JOIN former o ON o.id = n.id
    CROSS JOIN LATERAL (SELECT CASE WHEN 'paid' IN (n.state, o.state) THEN n.withheld_fen ELSE 0 END AS withheld) m
    LEFT JOIN budget_line b ON b.id = n.budget_line_id
    WHERE CASE
      WHEN n.state <> o.state AND NOT line_may_go(o.state, n.state)
        OR (n.fen, n.case_id, n.month, n.kind, n.run_id) IS DISTINCT FROM (o.fen, o.case_id, o.month, o.kind, o.run_id)
        OR (n.withheld_fen, n.withheld_for) IS DISTINCT FROM (o.withheld_fen, o.withheld_for)
          AND NOT (o.state IN ('pending', 'held') AND n.state IN ('pending', 'held'))
      THEN refuse_line(format('a payment line cannot change so: %s → %s', o.state, n.state), n.id)
      ELSE n.state <> o.state AND n.fen > m.withheld END;
  RETURN NULL;
END $$;

-- The budget pays what goes to the bank, from a line of the payment's county and programme and of the year of its list or of
-- what it is owed for, which it keeps; what is withheld never leaves the account. The budget lines are locked in one order.
CREATE OR REPLACE FUNCTION draw_changed_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_nestloop = off AS $$
DECLARE
  taken record;
BEGIN
  FOR taken IN
    SELECT n.budget_line_id AS id,
      min(n.id) FILTER (WHERE o.budget_line_id IS NOT NULL AND n.budget_line_id IS DISTINCT FROM o.budget_line_id) AS moved,
      min(n.id) FILTER (WHERE n.budget_line_id IS NOT NULL
        AND ((b.division, b.programme) IS DISTINCT FROM (n.county, n.programme) OR b.year NOT IN (left(r.month, 4)::int, left(n.month, 4)::int))) AS strange,
      min(n.id) FILTER (WHERE o.state = 'pending' AND n.state = 'sent' AND n.budget_line_id IS NULL AND NOT r.unfunded) AS unpaid,
      coalesce(sum(n.fen - n.withheld_fen) FILTER (WHERE line_spends(n.state) AND NOT line_spends(o.state) AND o.state NOT IN ('failed', 'reissued')), 0) AS fresh,
      coalesce(sum(n.fen - n.withheld_fen) FILTER (WHERE line_spends(n.state) AND o.state IN ('failed', 'reissued')), 0) AS late,
      coalesce(sum(n.fen - n.withheld_fen) FILTER (WHERE line_spends(o.state) AND NOT line_spends(n.state)), 0) AS back,
      coalesce(sum(n.fen - n.withheld_fen) FILTER (WHERE n.state IN ('sent', 'uncertain')), 0)
        - coalesce(sum(n.fen - n.withheld_fen) FILTER (WHERE o.state IN ('sent', 'uncertain')), 0) AS committed
    FROM changed n JOIN former o ON o.id = n.id JOIN payment_run r ON r.id = n.run_id LEFT JOIN budget_line b ON b.id = n.budget_line_id
    GROUP BY 1 ORDER BY 1
  LOOP
    IF taken.moved IS NOT NULL THEN
      PERFORM refuse_line('a payment line keeps its budget line', taken.moved);
    ELSIF taken.strange IS NOT NULL THEN
      PERFORM refuse_line('spending is for the county, programme and year of the budget line', taken.strange);
    ELSIF taken.unpaid IS NOT NULL THEN
      PERFORM refuse_line('nothing is paid without a budget line', taken.unpaid);
    END IF;
    -- First what is no longer on its way, last what now is: on its way is never more than drawn.
    UPDATE budget_line SET committed_fen = committed_fen + least(0, taken.committed), drawn_fen = drawn_fen - taken.back,
      overdrawn_fen = least(overdrawn_fen, greatest(0, drawn_fen - taken.back - arrived_fen - returned_fen)) WHERE id = taken.id AND (taken.back > 0 OR taken.committed < 0);
    IF taken.id IS NOT NULL AND taken.fresh > 0 THEN
      PERFORM draw_budget(taken.id, taken.fresh::bigint);
    END IF;
    UPDATE budget_line SET drawn_fen = drawn_fen + taken.late,
      overdrawn_fen = greatest(overdrawn_fen, drawn_fen + taken.late - arrived_fen - returned_fen) WHERE id = taken.id AND taken.late > 0;
    UPDATE budget_line SET committed_fen = committed_fen + taken.committed WHERE id = taken.id AND taken.committed > 0;
  END LOOP;
  RETURN NULL;
END $$;

-- Whoever is told already is not told again, so that it need not be known here what the line was before.
CREATE OR REPLACE FUNCTION tell_of_outcomes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO outbox (kind, payload)
    SELECT DISTINCT 'payment-notice', jsonb_build_object('runId', n.run_id) FROM changed n WHERE n.state IN ('paid', 'failed');
  RETURN NULL;
END $$;
ALTER FUNCTION tell_of_outcomes() RESET enable_nestloop;
