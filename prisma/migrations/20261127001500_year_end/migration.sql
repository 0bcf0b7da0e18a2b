-- The end of a budget year: what has arrived and is not spent goes on into the line of the next year, or back to the level
-- above, by a movement that one enters and another checks. What a line has left is counted as before: money that goes on
-- leaves the old year's figures and joins the new year's, and the columns below say how much of them that was.
ALTER TABLE budget_line
  ADD COLUMN carried_in_fen bigint NOT NULL DEFAULT 0,
  ADD COLUMN carried_out_fen bigint NOT NULL DEFAULT 0,
  ADD COLUMN handed_back_fen bigint NOT NULL DEFAULT 0,
  ADD COLUMN taken_back_fen bigint NOT NULL DEFAULT 0,
  ADD CONSTRAINT budget_line_year_end CHECK (carried_in_fen >= 0 AND carried_out_fen >= 0 AND handed_back_fen >= 0 AND taken_back_fen >= 0);

ALTER TABLE fund_movement DROP CONSTRAINT fund_movement_kind,
  ADD CONSTRAINT fund_movement_kind CHECK (kind IN ('allocation', 'release', 'arrival', 'carry', 'handBack')),
  ADD CONSTRAINT fund_movement_carry CHECK (kind <> 'carry' OR from_division = to_division);

-- Which arrivals the money of a carry came by: it is as old as they are, however often it is carried on.
CREATE TABLE "fund_carried_part" (
    "carry_id" UUID NOT NULL,
    "movement_id" UUID NOT NULL,
    "fen" BIGINT NOT NULL,

    CONSTRAINT "fund_carried_part_pkey" PRIMARY KEY ("carry_id","movement_id")
);
ALTER TABLE fund_carried_part ADD CONSTRAINT fund_carried_part_amount CHECK (fen > 0),
  ADD CONSTRAINT fund_carried_part_carry FOREIGN KEY (carry_id) REFERENCES fund_movement (id),
  ADD CONSTRAINT fund_carried_part_movement FOREIGN KEY (movement_id) REFERENCES fund_movement (id);
CREATE INDEX "fund_carried_part_movement_id_idx" ON "fund_carried_part"("movement_id");

-- What a year's line got from the year before, by the arrival it first came with.
CREATE VIEW fund_carried WITH (security_invoker = true) AS
  SELECT c.to_division AS division, c.programme, c.year + 1 AS year, c.source, p.movement_id, m.on_date AS since, m.year AS origin_year,
    m.from_division <> m.to_division AS from_above, sum(p.fen)::bigint AS fen
  FROM fund_movement_in_force c JOIN fund_carried_part p ON p.carry_id = c.id JOIN fund_movement m ON m.id = p.movement_id
  WHERE c.kind = 'carry' GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;

-- What a line has left: at a county what is not drawn, above it what is not released.
CREATE FUNCTION budget_left(line budget_line) RETURNS bigint LANGUAGE sql IMMUTABLE
  RETURN CASE length(line.division) WHEN 6 THEN line.arrived_fen + line.returned_fen - line.drawn_fen
    ELSE line.arrived_fen + line.taken_back_fen - line.released_fen END;

-- The money that came first is spent first, and of what is left the oldest goes on first.
CREATE FUNCTION write_carried_parts(carry fund_movement, line budget_line) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  gone bigint := line.carried_out_fen + line.handed_back_fen + greatest(0, CASE length(line.division) WHEN 6 THEN line.drawn_fen - line.returned_fen
    ELSE line.released_fen - line.taken_back_fen END);
BEGIN
  INSERT INTO fund_carried_part (carry_id, movement_id, fen)
    WITH came AS (
      SELECT id, on_date AS since, fen FROM fund_movement_in_force
        WHERE kind = 'arrival' AND (to_division, programme, year, source) = (line.division, line.programme, line.year, line.source)
      UNION ALL
      SELECT movement_id, since, fen FROM fund_carried
        WHERE (division, programme, year, source) = (line.division, line.programme, line.year, line.source)
    ), stacked AS (
      SELECT id, fen, sum(fen) OVER (ORDER BY since, id) AS upto, row_number() OVER (ORDER BY since DESC, id DESC) AS from_last FROM came
    ), taken AS (
      SELECT id, from_last, greatest(0, least(upto, gone + carry.fen) - greatest(upto - fen, gone))::bigint AS fen FROM stacked
    )
    -- What was recovered beyond what is known to have been spent counts with what came last.
    SELECT carry.id, id, fen + CASE from_last WHEN 1 THEN carry.fen - (SELECT sum(fen) FROM taken) ELSE 0 END FROM taken
    WHERE fen > 0 OR from_last = 1 AND (SELECT sum(fen) FROM taken) < carry.fen;
END $$;

CREATE FUNCTION apply_year_end(moved fund_movement, amount bigint, giver uuid, receiver uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  line budget_line;
  later uuid := CASE moved.kind WHEN 'carry' THEN budget_line_of(moved.to_division, moved.programme, moved.year + 1, moved.source) END;
BEGIN
  PERFORM FROM budget_line WHERE id IN (giver, receiver, later) ORDER BY id FOR UPDATE;
  SELECT * INTO line FROM budget_line WHERE id = receiver;
  IF amount > budget_left(line) OR (length(line.division) < 6 AND amount > line.allocated_fen - line.given_fen + line.taken_back_fen) THEN
    RAISE EXCEPTION 'no more goes on or back than is left' USING ERRCODE = 'check_violation', CONSTRAINT = 'budget_line_left';
  END IF;
  IF moved.kind = 'handBack' THEN
    UPDATE budget_line SET allocated_fen = allocated_fen - amount, arrived_fen = arrived_fen - amount, handed_back_fen = handed_back_fen + amount
      WHERE id = receiver;
    UPDATE budget_line SET taken_back_fen = taken_back_fen + amount WHERE id = giver;
    RETURN;
  END IF;
  IF moved.reverses IS NULL THEN
    PERFORM write_carried_parts(moved, line);
  END IF;
  UPDATE budget_line SET allocated_fen = allocated_fen - amount, arrived_fen = arrived_fen - amount, carried_out_fen = carried_out_fen + amount
    WHERE id = receiver;
  UPDATE budget_line SET allocated_fen = allocated_fen + amount, arrived_fen = arrived_fen + amount, carried_in_fen = carried_in_fen + amount,
    overdrawn_fen = least(overdrawn_fen, greatest(0, drawn_fen - arrived_fen - amount - returned_fen)) WHERE id = later;
  -- Taken back, it must still be there.
  IF EXISTS (SELECT FROM budget_line b WHERE b.id = later AND budget_left(b) < 0 AND b.overdrawn_fen = 0) THEN
    RAISE EXCEPTION 'no more goes on or back than is left' USING ERRCODE = 'check_violation', CONSTRAINT = 'budget_line_left';
  END IF;
  IF length(moved.to_division) = 6 THEN
    INSERT INTO outbox (kind, payload) VALUES ('fund-arrival', jsonb_build_object('county', moved.to_division));
  END IF;
END $$;

-- As before, with the two movements of the year's end. What an office took back it may give again.
CREATE OR REPLACE FUNCTION apply_movement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
  IF new.kind IN ('carry', 'handBack') THEN
    PERFORM apply_year_end(new, amount, giver, receiver);
  ELSIF new.kind = 'allocation' THEN
    UPDATE budget_line SET allocated_fen = allocated_fen + amount WHERE id = receiver;
    UPDATE budget_line SET given_fen = given_fen + amount WHERE id = giver;
    IF new.entered_by = new.from_division AND EXISTS (
        SELECT FROM budget_line WHERE id = giver AND given_fen - taken_back_fen > allocated_fen) THEN
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

-- A line is paid from the money of the year of its list, or of the year that it is owed for; which, says the county's rule.
-- All else of the function stays.
DO $$
DECLARE
  body text := pg_get_functiondef('draw_changed_lines()'::regprocedure);
  of_list text := '(b.division, b.programme, b.year) IS DISTINCT FROM (n.county, n.programme, left(r.month, 4)::int)';
BEGIN
  IF strpos(body, of_list) = 0 THEN
    RAISE EXCEPTION 'draw_changed_lines has another check of the year';
  END IF;
  EXECUTE replace(body, of_list,
    '((b.division, b.programme) IS DISTINCT FROM (n.county, n.programme) OR b.year NOT IN (left(r.month, 4)::int, left(n.month, 4)::int))');
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON fund_carried_part FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON fund_carried_part FOR EACH STATEMENT EXECUTE FUNCTION append_only();

GRANT SELECT ON fund_carried_part, fund_carried TO doudi_api, doudi_worker;
ALTER TABLE fund_carried_part ENABLE ROW LEVEL SECURITY;
CREATE POLICY everything ON fund_carried_part TO doudi_worker USING (true) WITH CHECK (true);
CREATE POLICY of_carry ON fund_carried_part FOR SELECT TO doudi_api USING (EXISTS (SELECT FROM fund_movement m WHERE m.id = fund_carried_part.carry_id));
-- What only a trigger may do.
REVOKE ALL ON FUNCTION write_carried_parts(fund_movement, budget_line), apply_year_end(fund_movement, bigint, uuid, uuid) FROM PUBLIC;
