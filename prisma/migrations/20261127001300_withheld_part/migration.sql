-- What a household has agreed in writing to have kept back from its benefit is kept back from the line itself: `fen` is what
-- it is entitled to, `fen - withheld_fen` what the bank pays out. The withheld part recovers when the line is paid, in the
-- same statement, and never otherwise.
ALTER TABLE payment_line ADD COLUMN withheld_fen bigint NOT NULL DEFAULT 0, ADD COLUMN withheld_for uuid REFERENCES recovery_plan (id),
  ADD CONSTRAINT payment_line_withheld CHECK (withheld_fen BETWEEN 0 AND fen),
  ADD CONSTRAINT payment_line_withheld_for CHECK ((withheld_fen = 0) = (withheld_for IS NULL)),
  -- Differences, subsidies and whatever is no month's benefit are paid whole.
  ADD CONSTRAINT payment_line_withheld_kind CHECK (withheld_fen = 0 OR kind = 'regular');
CREATE INDEX payment_line_withheld_for ON payment_line (withheld_for) WHERE withheld_for IS NOT NULL;
CREATE INDEX payment_line_withheld ON payment_line (run_id) WHERE withheld_fen > 0;
GRANT UPDATE (withheld_fen, withheld_for) ON payment_line TO doudi_worker;

-- A household may take its consent back at any time; once taken back it stays so.
ALTER TABLE recovery_plan ADD COLUMN revoked_at timestamptz(3), ADD COLUMN revoked_by uuid, ADD COLUMN revocation_id uuid REFERENCES document (id),
  ADD CONSTRAINT recovery_plan_revoked CHECK ((revoked_at IS NULL) = (revoked_by IS NULL) AND (revoked_at IS NULL OR consent_id IS NOT NULL));
DROP TRIGGER append_only ON recovery_plan;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON recovery_plan FOR EACH ROW
  EXECUTE FUNCTION append_only('state', 'checker_id', 'checked_at', 'revoked_at', 'revoked_by', 'revocation_id');
CREATE TRIGGER revoked_once BEFORE UPDATE ON recovery_plan FOR EACH ROW
  WHEN (old.revoked_at IS NOT NULL AND (old.revoked_at, old.revoked_by, old.revocation_id) IS DISTINCT FROM (new.revoked_at, new.revoked_by, new.revocation_id))
  EXECUTE FUNCTION movements_decided_once();
GRANT UPDATE (revoked_at, revoked_by, revocation_id) ON recovery_plan TO doudi_api;

-- A deduction is of one line. A bank that gives a paid line back undoes it.
ALTER TABLE recovery_entry ADD COLUMN line_id bigint REFERENCES payment_line (id);
CREATE INDEX recovery_entry_line_id_idx ON recovery_entry (line_id);
ALTER TABLE recovery_entry DROP CONSTRAINT recovery_entry_kind_check, DROP CONSTRAINT recovery_entry_month,
  ADD CONSTRAINT recovery_entry_kind_check CHECK (kind IN ('bankReturn', 'repayment', 'deduction', 'deductionUndone', 'writeOff', 'withdrawal')),
  ADD CONSTRAINT recovery_entry_month CHECK ((kind IN ('deduction', 'deductionUndone')) = (month IS NOT NULL));
DROP INDEX recovery_entry_deduction;

-- A recovery that an undone deduction opens again may stand beside one opened since.
DROP INDEX recovery_one_open;
CREATE UNIQUE INDEX recovery_one_open ON recovery (case_id) WHERE state NOT IN ('repaying', 'settled', 'dismissed');

-- ── what lines withhold ────────────────────────────────────────────────────────────────────────────────────────────
-- Of what is outstanding, the part that lines sent to a bank withhold: until the answer is final nobody else may take it.
CREATE FUNCTION recovery_spoken_for(of_recovery uuid) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(sum(l.withheld_fen), 0)::bigint FROM recovery_plan p JOIN payment_line l ON l.withheld_for = p.id
  WHERE p.recovery_id = of_recovery AND l.state IN ('sent', 'uncertain', 'failed')
$$;
-- What is left to a line for what it withheld, should it turn out to be paid after it was given up. What stands in its
-- place withholds the same month and makes room.
CREATE FUNCTION recovery_room(of_line bigint) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.outstanding_fen - recovery_spoken_for(r.id) + coalesce((
    SELECT sum(n.withheld_fen) FROM payment_line n JOIN recovery_plan o ON o.id = n.withheld_for
    WHERE o.recovery_id = r.id AND n.case_id = l.case_id AND n.month = l.month AND n.state IN ('sent', 'uncertain', 'failed')), 0)::bigint
  FROM payment_line l JOIN recovery_plan p ON p.id = l.withheld_for JOIN recovery r ON r.id = p.recovery_id WHERE l.id = of_line
$$;
REVOKE ALL ON FUNCTION recovery_spoken_for(uuid), recovery_room(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION recovery_spoken_for(uuid), recovery_room(bigint) TO doudi_api, doudi_worker;

CREATE OR REPLACE FUNCTION book_new_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM changed WHERE state NOT IN ('pending', 'held') OR withheld_fen <> 0) THEN
    RAISE EXCEPTION 'a payment line begins as pending or held, and whole' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO ledger_transfer (at, debit, credit, fen, run_id, line_id, case_id, month, county, township, programme, reason, actor_id)
    SELECT changed_at, state, 'entitled', fen, run_id, id, case_id, month, county, township, programme, kind, changed_by FROM changed;
  RETURN NULL;
END $$;

-- To the card goes the line less what it withholds; that part is booked below. What is on its way is frozen.
CREATE OR REPLACE FUNCTION book_changed_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  SET enable_nestloop = off AS $$
DECLARE
  wrong text;
BEGIN
  SELECT format('%s → %s (line %s)', o.state, n.state, n.id) INTO wrong FROM changed n JOIN former o ON o.id = n.id
    WHERE (n.state <> o.state AND NOT line_may_go(o.state, n.state))
      OR (n.fen, n.case_id, n.month, n.kind, n.run_id) IS DISTINCT FROM (o.fen, o.case_id, o.month, o.kind, o.run_id)
      OR (n.withheld_fen, n.withheld_for) IS DISTINCT FROM (o.withheld_fen, o.withheld_for)
        AND NOT (o.state IN ('pending', 'held') AND n.state IN ('pending', 'held')) LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'a payment line cannot change so: %', wrong USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO ledger_transfer (at, debit, credit, fen, run_id, line_id, case_id, month, county, township, programme, source, reason, actor_id)
    SELECT n.changed_at, ledger_account(n.state), ledger_account(o.state), n.fen - m.withheld, n.run_id, n.id, n.case_id, n.month, n.county,
      n.township, n.programme, b.source, n.reason, n.changed_by
    FROM changed n JOIN former o ON o.id = n.id
    CROSS JOIN LATERAL (SELECT CASE WHEN 'paid' IN (n.state, o.state) THEN n.withheld_fen ELSE 0 END AS withheld) m
    LEFT JOIN budget_line b ON b.id = n.budget_line_id WHERE n.state <> o.state AND n.fen > m.withheld;
  RETURN NULL;
END $$;

-- Only what was agreed in writing is withheld, never beyond it nor beyond what is outstanding; what a paid line withheld
-- stands in its own account of the month, and recovers in the same transaction.
CREATE FUNCTION book_withheld() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  wrong text;
BEGIN
  IF NOT EXISTS (SELECT FROM changed WHERE withheld_fen > 0) THEN
    RETURN NULL;
  END IF;
  PERFORM FROM recovery WHERE id IN (SELECT p.recovery_id FROM changed n JOIN recovery_plan p ON p.id = n.withheld_for WHERE n.withheld_fen > 0)
    ORDER BY id FOR UPDATE;
  SELECT format('line %s', n.id) INTO wrong FROM changed n JOIN former o ON o.id = n.id
    JOIN recovery_plan p ON p.id = n.withheld_for JOIN recovery r ON r.id = p.recovery_id
    WHERE n.withheld_fen > 0 AND ((n.withheld_fen, n.withheld_for) IS DISTINCT FROM (o.withheld_fen, o.withheld_for) OR (o.state, n.state) = ('pending', 'sent'))
      AND NOT (p.state = 'approved' AND p.consent_id IS NOT NULL AND p.revoked_at IS NULL AND n.withheld_fen <= p.deduction_fen
        AND r.state = 'repaying' AND r.case_id = n.case_id) LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'withheld by written consent alone, nor beyond it: %', wrong USING ERRCODE = 'check_violation';
  END IF;
  SELECT format('recovery %s', r.id) INTO wrong FROM recovery r WHERE recovery_spoken_for(r.id) > r.outstanding_fen AND r.id IN (
    SELECT p.recovery_id FROM changed n JOIN former o ON o.id = n.id JOIN recovery_plan p ON p.id = n.withheld_for
    WHERE n.withheld_fen > 0 AND (o.state, n.state) = ('pending', 'sent')) LIMIT 1;
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'more is withheld than is outstanding: %', wrong USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO ledger_transfer (at, debit, credit, fen, run_id, line_id, case_id, month, county, township, programme, source, reason, actor_id)
    SELECT n.changed_at, CASE n.state WHEN 'paid' THEN 'offset' ELSE ledger_account(n.state) END,
      CASE o.state WHEN 'paid' THEN 'offset' ELSE ledger_account(o.state) END, n.withheld_fen, n.run_id, n.id, n.case_id, n.month, n.county,
      n.township, n.programme, b.source, n.reason, n.changed_by
    FROM changed n JOIN former o ON o.id = n.id LEFT JOIN budget_line b ON b.id = n.budget_line_id
    WHERE n.withheld_fen > 0 AND n.state <> o.state AND 'paid' IN (n.state, o.state);
  INSERT INTO recovery_entry (id, recovery_id, kind, fen, on_date, month, document_id, line_id, at, actor_id)
    SELECT gen_random_uuid(), p.recovery_id, CASE n.state WHEN 'paid' THEN 'deduction' ELSE 'deductionUndone' END, n.withheld_fen,
      coalesce(n.paid_on, to_char(n.changed_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')), n.month, p.consent_id, n.id, n.changed_at, n.changed_by
    FROM changed n JOIN former o ON o.id = n.id JOIN recovery_plan p ON p.id = n.withheld_for
    WHERE n.withheld_fen > 0 AND n.state <> o.state AND 'paid' IN (n.state, o.state) ORDER BY p.recovery_id, n.month, n.id;
  RETURN NULL;
END $$;
-- After the line's own money (book_update) and before the budget's (draw_update): recoveries are locked before budget lines.
CREATE TRIGGER book_withheld AFTER UPDATE ON payment_line REFERENCING OLD TABLE AS former NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION book_withheld();

-- ── what comes back ────────────────────────────────────────────────────────────────────────────────────────────────
-- As before; a deduction is what a paid line withholds, an undone one what it does no more, and neither comes about by hand.
-- A recovery of which a deduction leaves nothing outstanding is over; one that an undone deduction claims again is not.
CREATE OR REPLACE FUNCTION book_recovered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  moved record;
BEGIN
  PERFORM FROM recovery WHERE id IN (SELECT recovery_id FROM changed) ORDER BY id FOR UPDATE;
  IF EXISTS (SELECT FROM changed c LEFT JOIN payment_line l ON l.id = c.line_id LEFT JOIN recovery_plan p ON p.id = l.withheld_for
      WHERE (c.kind IN ('deduction', 'deductionUndone')) <> (c.line_id IS NOT NULL) OR (c.line_id IS NOT NULL AND (
        (p.recovery_id, l.withheld_fen, l.month) IS DISTINCT FROM (c.recovery_id, c.fen, c.month)
        OR (SELECT sum(CASE e.kind WHEN 'deduction' THEN e.fen ELSE -e.fen END) FROM recovery_entry e WHERE e.line_id = c.line_id)
          <> CASE l.state WHEN 'paid' THEN l.withheld_fen ELSE 0 END))) THEN
    RAISE EXCEPTION 'recovery: a deduction is what a paid line withholds, once' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM changed c WHERE c.decision_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM recovery_write_off w WHERE w.id = c.decision_id AND w.recovery_id = c.recovery_id AND w.state = 'approved'
        AND (w.kind, w.fen) = (c.kind, c.fen))) THEN
    RAISE EXCEPTION 'recovery: written off by decision alone' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO ledger_transfer (at, debit, credit, fen, run_id, line_id, case_id, month, county, township, programme, source, reason, actor_id, recovery_id)
    SELECT c.at, CASE c.kind WHEN 'deductionUndone' THEN 'outstanding' ELSE recovery_account(c.kind) END,
      CASE c.kind WHEN 'deductionUndone' THEN 'recovered' ELSE 'outstanding' END, c.fen, l.run_id, c.line_id, r.case_id, left(c.on_date, 7),
      left(r.township, 6), r.township, r.programme, b.source, c.kind, c.actor_id, r.id
    FROM changed c JOIN recovery r ON r.id = c.recovery_id
    LEFT JOIN payment_line l ON l.id = c.line_id LEFT JOIN budget_line b ON b.id = l.budget_line_id;
  UPDATE recovery r SET outstanding_fen = r.outstanding_fen - s.fen, recovered_fen = r.recovered_fen + s.recovered,
      written_off_fen = r.written_off_fen + s.written_off, overpaid_fen = r.overpaid_fen - s.withdrawn
    FROM (SELECT recovery_id, sum(fen)::bigint fen, coalesce(sum(fen) FILTER (WHERE recovery_account(kind) = 'recovered'), 0)::bigint recovered,
        coalesce(sum(fen) FILTER (WHERE kind = 'writeOff'), 0)::bigint written_off,
        coalesce(sum(fen) FILTER (WHERE kind = 'withdrawal'), 0)::bigint withdrawn
      FROM (SELECT recovery_id, kind, CASE kind WHEN 'deductionUndone' THEN -fen ELSE fen END AS fen FROM changed) signed GROUP BY 1) s
    WHERE s.recovery_id = r.id;
  IF EXISTS (SELECT FROM recovery r WHERE r.id IN (SELECT recovery_id FROM changed) AND recovery_spoken_for(r.id) > r.outstanding_fen) THEN
    RAISE EXCEPTION 'recovery: what lines on their way withhold is spoken for' USING ERRCODE = 'check_violation';
  END IF;
  FOR moved IN
    UPDATE recovery r SET state = s.becomes, version = r.version + 1,
        settled_on = CASE s.becomes WHEN 'settled' THEN to_char(s.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') END
      FROM (SELECT recovery_id, CASE kind WHEN 'deduction' THEN 'settled' ELSE 'repaying' END AS becomes, max(at) AS at FROM changed
        WHERE line_id IS NOT NULL GROUP BY 1, 2) s
      WHERE s.recovery_id = r.id AND (s.becomes = 'settled') = (r.outstanding_fen = 0) AND (s.becomes = 'settled') = (r.state NOT IN ('settled', 'dismissed'))
      RETURNING r.id, r.township, r.state, s.at
  LOOP
    INSERT INTO recovery_event (recovery_id, sequence, at, action, state, role)
      SELECT moved.id, count(*) + 1, moved.at, CASE moved.state WHEN 'settled' THEN 'settleByDeduction' ELSE 'reopen' END, moved.state, 'system'
      FROM recovery_event WHERE recovery_id = moved.id;
    PERFORM give_recovery_task(moved.id, CASE moved.state WHEN 'repaying' THEN 'financeMaker' END, left(moved.township, 6),
      '追缴:银行退回了扣款的发放,抵扣已冲回,请继续登记还款', moved.at);
  END LOOP;
  RETURN NULL;
END $$;

-- ── what is paid out ───────────────────────────────────────────────────────────────────────────────────────────────
-- The budget pays what goes to the bank: what is withheld never leaves the account.
CREATE OR REPLACE FUNCTION draw_changed_lines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_nestloop = off AS $$
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
      coalesce(sum(n.fen - n.withheld_fen) FILTER (WHERE line_spends(n.state) AND NOT line_spends(o.state) AND o.state NOT IN ('failed', 'reissued')), 0) AS fresh,
      coalesce(sum(n.fen - n.withheld_fen) FILTER (WHERE line_spends(n.state) AND o.state IN ('failed', 'reissued')), 0) AS late,
      coalesce(sum(n.fen - n.withheld_fen) FILTER (WHERE line_spends(o.state) AND NOT line_spends(n.state)), 0) AS back,
      coalesce(sum(n.fen - n.withheld_fen) FILTER (WHERE n.state IN ('sent', 'uncertain')), 0)
        - coalesce(sum(n.fen - n.withheld_fen) FILTER (WHERE o.state IN ('sent', 'uncertain')), 0) AS committed
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

-- A published figure is what the household was entitled to and got, on its card or against what it owed.
CREATE OR REPLACE FUNCTION ledger_paid(of_county text, of_item text, from_month text, to_month text) RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(sum(CASE WHEN t.debit IN ('paid', 'offset') THEN t.fen ELSE -t.fen END), 0)::bigint
    FROM payment_run r JOIN ledger_transfer t ON t.run_id = r.id JOIN payment_line l ON l.id = t.line_id
    WHERE r.county = of_county AND r.month BETWEEN from_month AND to_month AND (t.debit IN ('paid', 'offset') OR t.credit IN ('paid', 'offset'))
      AND CASE WHEN l.kind IN ('regular', 'difference') THEN 'benefit' ELSE l.kind END = of_item
  $$;
