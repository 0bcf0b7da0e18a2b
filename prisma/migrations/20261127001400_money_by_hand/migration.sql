-- What a bank paid twice or too much, once the county has found it so, is claimed from the household that got it: the claim
-- names the finding, and a finding is claimed once.
ALTER TABLE recovery_month ADD COLUMN finding_id uuid REFERENCES payment_finding (id);
CREATE UNIQUE INDEX recovery_month_finding ON recovery_month (finding_id) WHERE finding_id IS NOT NULL;

GRANT INSERT ON recovery, recovery_month TO doudi_api;
-- What people claim rests on a finding; everything else is found by the daily look.
CREATE POLICY by_finding ON recovery_month AS RESTRICTIVE FOR INSERT TO doudi_api WITH CHECK (finding_id IS NOT NULL);

CREATE FUNCTION budget_line_of_finding(finding uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (SELECT l.budget_line_id FROM payment_finding f JOIN payment_line l ON l.id = f.line_id WHERE f.id = finding);
REVOKE ALL ON FUNCTION budget_line_of_finding(uuid) FROM PUBLIC;

-- Money that left the account once more is spent once more, also beyond what has arrived.
CREATE FUNCTION draw_claimed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE budget_line SET drawn_fen = drawn_fen + new.fen,
    overdrawn_fen = greatest(overdrawn_fen, drawn_fen + new.fen - arrived_fen - returned_fen)
    WHERE id = budget_line_of_finding(new.finding_id);
  RETURN NULL;
END $$;
CREATE TRIGGER draw_claimed AFTER INSERT ON recovery_month FOR EACH ROW WHEN (new.finding_id IS NOT NULL) EXECUTE FUNCTION draw_claimed();

-- As before, and money of a finding comes back to the budget line of the line that it was found on.
CREATE OR REPLACE FUNCTION return_recovered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before bigint;
  part record;
BEGIN
  PERFORM FROM recovery WHERE id = new.recovery_id FOR UPDATE;
  SELECT coalesce(sum(fen), 0) INTO before FROM recovery_entry
    WHERE recovery_id = new.recovery_id AND kind IN ('bankReturn', 'repayment') AND (at, id) < (new.at, new.id);
  FOR part IN
    WITH claims AS (
      SELECT m.case_id, m.month, m.fen, m.finding_id, sum(m.fen) OVER (ORDER BY m.month, m.round) AS upto
      FROM recovery_month m WHERE m.recovery_id = new.recovery_id
    ), shares AS (
      SELECT case_id, month, finding_id, greatest(0, least(upto, before + new.fen) - greatest(upto - fen, before)) AS fen FROM claims
    ), placed AS (
      SELECT s.fen, CASE WHEN s.finding_id IS NOT NULL THEN budget_line_of_finding(s.finding_id) ELSE (
        SELECT p.budget_line_id FROM payment_line p WHERE p.case_id = s.case_id AND p.month = s.month AND p.state = 'paid'
          AND p.budget_line_id IS NOT NULL ORDER BY p.kind = 'regular' DESC, p.id LIMIT 1) END AS budget_line_id
      FROM shares s WHERE s.fen > 0
    )
    SELECT budget_line_id AS id, sum(fen)::bigint AS fen FROM placed WHERE budget_line_id IS NOT NULL GROUP BY 1 ORDER BY 1
  LOOP
    PERFORM return_budget(part.id, part.fen);
  END LOOP;
  RETURN NULL;
END $$;

-- What is withdrawn as no overpayment was not spent twice after all: of the claims of a recovery, the last first.
CREATE FUNCTION undraw_withdrawn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before bigint;
  part record;
BEGIN
  PERFORM FROM recovery WHERE id = new.recovery_id FOR UPDATE;
  SELECT coalesce(sum(fen), 0) INTO before FROM recovery_entry
    WHERE recovery_id = new.recovery_id AND kind = 'withdrawal' AND (at, id) < (new.at, new.id);
  FOR part IN
    WITH claims AS (
      SELECT m.finding_id, m.fen, sum(m.fen) OVER (ORDER BY m.found_at DESC, m.month DESC, m.round DESC) AS upto
      FROM recovery_month m WHERE m.recovery_id = new.recovery_id
    )
    SELECT budget_line_of_finding(finding_id) AS id,
      sum(greatest(0, least(upto, before + new.fen) - greatest(upto - fen, before)))::bigint AS fen
    FROM claims WHERE finding_id IS NOT NULL GROUP BY 1 ORDER BY 1
  LOOP
    UPDATE budget_line SET drawn_fen = drawn_fen - part.fen,
      overdrawn_fen = least(overdrawn_fen, greatest(0, drawn_fen - part.fen - arrived_fen - returned_fen)) WHERE id = part.id;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER undraw_withdrawn AFTER INSERT ON recovery_entry FOR EACH ROW WHEN (new.kind = 'withdrawal') EXECUTE FUNCTION undraw_withdrawn();

-- ── a bank's answer that never came ────────────────────────────────────────────────────────────────────────────────
-- What a bank said of one line, or of what is left of a file, by letter or over the counter: entered with the paper that
-- shows it, and booked once another person has looked at it. `lines` and `fen`: what was open when it was entered.
CREATE TABLE payment_hand_answer (
  id uuid PRIMARY KEY,
  run_id uuid NOT NULL REFERENCES payment_run (id),
  county text COLLATE "C" NOT NULL,
  line_id bigint REFERENCES payment_line (id),
  file_id uuid REFERENCES payment_file (id),
  result text NOT NULL CHECK (result IN ('paid', 'failed', 'uncertain')),
  reason text,
  paid_on text,
  note text NOT NULL,
  lines integer NOT NULL CHECK (lines > 0),
  fen bigint NOT NULL CHECK (fen > 0),
  name text NOT NULL,
  mime text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  storage_key text NOT NULL,
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'approved', 'rejected')),
  maker_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  checker_id uuid,
  checked_at timestamptz(3),
  CONSTRAINT payment_hand_answer_one CHECK ((line_id IS NULL) <> (file_id IS NULL)),
  CONSTRAINT payment_hand_answer_says CHECK ((result = 'paid') = (paid_on IS NOT NULL) AND (result = 'paid') = (reason IS NULL)),
  CONSTRAINT payment_hand_answer_two_hands CHECK (checker_id <> maker_id),
  CONSTRAINT payment_hand_answer_checked CHECK ((state = 'proposed') = (checker_id IS NULL) AND (checker_id IS NULL) = (checked_at IS NULL))
);
CREATE INDEX payment_hand_answer_run_id_id_idx ON payment_hand_answer (run_id, id);
CREATE UNIQUE INDEX payment_hand_answer_line ON payment_hand_answer (line_id) WHERE state = 'proposed' AND line_id IS NOT NULL;
CREATE UNIQUE INDEX payment_hand_answer_file ON payment_hand_answer (file_id) WHERE state = 'proposed' AND file_id IS NOT NULL;
-- It is booked as a return like any other, once.
ALTER TABLE payment_return ADD COLUMN hand_answer_id uuid REFERENCES payment_hand_answer (id);
CREATE UNIQUE INDEX payment_return_hand_answer ON payment_return (hand_answer_id) WHERE hand_answer_id IS NOT NULL;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON payment_hand_answer FOR EACH ROW EXECUTE FUNCTION append_only('state', 'checker_id', 'checked_at');
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON payment_hand_answer FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER decided_once BEFORE UPDATE ON payment_hand_answer FOR EACH ROW WHEN (old.state <> 'proposed') EXECUTE FUNCTION movements_decided_once();
ALTER TABLE payment_hand_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY everything ON payment_hand_answer TO doudi_worker USING (true) WITH CHECK (true);
CREATE POLICY own ON payment_hand_answer TO doudi_api USING (within_scope(county));
GRANT SELECT, INSERT ON payment_hand_answer TO doudi_worker, doudi_api;
GRANT UPDATE (state, checker_id, checked_at) ON payment_hand_answer TO doudi_worker, doudi_api;

-- ── what runs out for the household ────────────────────────────────────────────────────────────────────────────────
-- The time to ask for a reconsideration or to sue is the household's own: no office is late with it, and none is told so.
UPDATE "case" c SET next_due_at = (SELECT min(d.due_at) FROM deadline d WHERE d.case_id = c.id AND d.state IN ('running', 'late')
    AND d.kind NOT IN ('reconsideration', 'suit'))
  WHERE EXISTS (SELECT FROM deadline d WHERE d.case_id = c.id AND d.state IN ('running', 'late') AND d.kind IN ('reconsideration', 'suit'));
UPDATE work_item w SET due_at = (SELECT min(d.due_at) FROM deadline d WHERE d.case_id = w.case_id AND d.owner = w.owner
    AND d.state IN ('running', 'late') AND d.kind NOT IN ('reconsideration', 'suit'))
  WHERE w.kind = 'task' AND w.done_at IS NULL AND EXISTS (SELECT FROM deadline d WHERE d.case_id = w.case_id AND d.owner = w.owner
    AND d.state IN ('running', 'late') AND d.kind IN ('reconsideration', 'suit'));
UPDATE work_item w SET done_at = now() FROM deadline d
  WHERE d.id = w.deadline_id AND d.kind IN ('reconsideration', 'suit') AND w.kind IN ('reminder', 'escalation') AND w.done_at IS NULL;

-- Accounts that wait for a second person are listed for an office, the first first.
CREATE INDEX card_account_to_look_at ON card_account (created_at, id) WHERE state = 'proposed';
