-- What a household or its bank pays back comes back to the budget line that it was paid from, month by month of the claim,
-- the earliest first. A deduction from a current benefit brings no money in.
CREATE FUNCTION return_recovered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before bigint;
  part record;
BEGIN
  PERFORM FROM recovery WHERE id = new.recovery_id FOR UPDATE;
  SELECT coalesce(sum(fen), 0) INTO before FROM recovery_entry
    WHERE recovery_id = new.recovery_id AND kind IN ('bankReturn', 'repayment') AND (at, id) < (new.at, new.id);
  FOR part IN
    WITH claims AS (
      SELECT m.case_id, m.month, m.fen, sum(m.fen) OVER (ORDER BY m.month, m.round) AS upto FROM recovery_month m WHERE m.recovery_id = new.recovery_id
    ), shares AS (
      SELECT case_id, month, greatest(0, least(upto, before + new.fen) - greatest(upto - fen, before)) AS fen FROM claims
    )
    SELECT l.budget_line_id AS id, sum(s.fen)::bigint AS fen FROM shares s
    JOIN LATERAL (SELECT budget_line_id FROM payment_line p WHERE p.case_id = s.case_id AND p.month = s.month AND p.state = 'paid'
      AND p.budget_line_id IS NOT NULL ORDER BY p.kind = 'regular' DESC, p.id LIMIT 1) l ON true
    WHERE s.fen > 0 GROUP BY 1 ORDER BY 1
  LOOP
    PERFORM return_budget(part.id, part.fen);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER return_recovered AFTER INSERT ON recovery_entry FOR EACH ROW WHEN (new.kind IN ('bankReturn', 'repayment'))
  EXECUTE FUNCTION return_recovered();
