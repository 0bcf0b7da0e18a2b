-- The age of money: every fen keeps the budget year that it was first appropriated for, from office to office, from year to
-- year, into a reserve fund and back. What first comes in from outside the books is a lot; each movement says which lots it
-- took, the oldest first. Written by triggers alone; the entries of a movement sum to nothing but for what comes in or leaves.
CREATE TABLE "fund_lot_entry" (
    "id" BIGSERIAL NOT NULL,
    "cause_id" UUID NOT NULL,
    "division" TEXT NOT NULL,
    "place_id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "origin_year" INTEGER NOT NULL,
    "since" TEXT NOT NULL,
    "came_id" UUID NOT NULL,
    "came_on" TEXT NOT NULL,
    "fen" BIGINT NOT NULL,

    CONSTRAINT "fund_lot_entry_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "fund_lot_entry_place_id_idx" ON "fund_lot_entry"("place_id");
CREATE INDEX "fund_lot_entry_cause_id_idx" ON "fund_lot_entry"("cause_id");
ALTER TABLE fund_lot_entry ALTER COLUMN division TYPE text COLLATE "C",
  ADD CONSTRAINT fund_lot_entry_amount CHECK (fen <> 0),
  ADD CONSTRAINT fund_lot_entry_lot FOREIGN KEY (lot_id) REFERENCES fund_movement (id),
  ADD CONSTRAINT fund_lot_entry_came FOREIGN KEY (came_id) REFERENCES fund_movement (id);

CREATE TYPE fund_lot AS (lot_id uuid, origin_year int, since text, came_id uuid, came_on text, fen bigint);

-- ── what lies where ────────────────────────────────────────────────────────────────────────────────────────────────
-- Of what a budget line or reserve fund was given and has not passed on, in order of age: what lies between two heights.
CREATE FUNCTION lots_between(place uuid, above bigint, upto bigint) RETURNS SETOF fund_lot LANGUAGE sql STABLE AS $$
  SELECT lot_id, origin_year, since, came_id, came_on, (least(top, upto) - greatest(top - fen, above))::bigint
  FROM (SELECT l.*, sum(fen) OVER (ORDER BY origin_year, since, came_on, lot_id, came_id) AS top
    FROM (SELECT lot_id, origin_year, since, came_id, came_on, sum(fen) AS fen FROM fund_lot_entry
      WHERE place_id = place GROUP BY 1, 2, 3, 4, 5 HAVING sum(fen) > 0) l) stacked
  WHERE least(top, upto) > greatest(top - fen, above) ORDER BY origin_year, since, came_on, lot_id, came_id
$$;

CREATE FUNCTION youngest_lot(place uuid) RETURNS fund_lot LANGUAGE sql STABLE AS $$
  SELECT lot_id, origin_year, since, came_id, came_on, NULL::bigint FROM fund_lot_entry WHERE place_id = place
  ORDER BY origin_year DESC, since DESC, came_on DESC, lot_id DESC, came_id DESC LIMIT 1
$$;

CREATE FUNCTION lots_held(place uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(fen), 0)::bigint FROM fund_lot_entry WHERE place_id = place
$$;

-- So much of it in order of age, from a height on; what is not there in lots counts as told.
CREATE FUNCTION lots_taken(place uuid, above bigint, amount bigint, else_of fund_lot) RETURNS fund_lot[] LANGUAGE sql STABLE AS $$
  WITH taken AS (SELECT * FROM lots_between(place, greatest(0, above), greatest(0, above) + amount)),
    short AS (SELECT (amount - coalesce(sum(fen), 0))::bigint AS fen FROM taken)
  SELECT array_agg(ROW(p.*)::fund_lot) FROM (
    SELECT * FROM taken
    UNION ALL
    SELECT else_of.lot_id, else_of.origin_year, else_of.since, else_of.came_id, else_of.came_on, fen FROM short WHERE fen > 0) p
$$;

-- What a line has left, in order of age. What is spent (at an office above: on its way) counts as the oldest, whenever that
-- came; what was recovered beyond what was spent counts with the youngest.
CREATE FUNCTION budget_lots(line budget_line) RETURNS SETOF fund_lot LANGUAGE sql STABLE AS $$
  SELECT l.* FROM unnest(lots_taken(line.id, lots_held(line.id) - budget_left(line), greatest(0, budget_left(line)), youngest_lot(line.id))) l
  WHERE budget_left(line) > 0 AND l.lot_id IS NOT NULL
$$;

-- ── what moves it ──────────────────────────────────────────────────────────────────────────────────────────────────
CREATE FUNCTION enter_lots(cause uuid, of_division text, place uuid, sign int, lots fund_lot[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO fund_lot_entry (cause_id, division, place_id, lot_id, origin_year, since, came_id, came_on, fen)
      SELECT cause, of_division, place, lot_id, origin_year, since, came_id, came_on, sign * sum(fen)
      FROM unnest(lots) WHERE place IS NOT NULL GROUP BY lot_id, origin_year, since, came_id, came_on
  $$;

-- The same money as it comes to another office.
CREATE FUNCTION lots_come(lots fund_lot[], by_movement uuid, on_day text) RETURNS fund_lot[] LANGUAGE sql IMMUTABLE AS $$
  SELECT array_agg(ROW(lot_id, origin_year, since, by_movement, on_day, fen)::fund_lot) FROM unnest(lots)
$$;

-- An arrival takes the giver's oldest money; what the giver's books do not show is of the budget year itself. Handed back and
-- carried on is the oldest of what is left, above what is spent. A reversal undoes what its movement did, lot by lot.
CREATE FUNCTION age_movement(moved fund_movement, giver uuid, receiver uuid, later uuid, spent bigint) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own fund_lot := ROW(moved.id, moved.year, moved.on_date, moved.id, moved.on_date, moved.fen);
  last fund_lot;
  lots fund_lot[];
BEGIN
  IF moved.reverses IS NOT NULL THEN
    INSERT INTO fund_lot_entry (cause_id, division, place_id, lot_id, origin_year, since, came_id, came_on, fen)
      SELECT moved.id, division, place_id, lot_id, origin_year, since, came_id, came_on, -fen FROM fund_lot_entry WHERE cause_id = moved.reverses;
    RETURN;
  END IF;
  IF moved.kind = 'arrival' THEN
    lots := CASE WHEN giver IS NULL THEN ARRAY[own] ELSE lots_taken(giver, 0, moved.fen, own) END;
    PERFORM enter_lots(moved.id, moved.from_division, giver, -1, lots);
    PERFORM enter_lots(moved.id, moved.to_division, receiver, 1, lots_come(lots, moved.id, moved.on_date));
    RETURN;
  END IF;
  last := youngest_lot(receiver);
  lots := lots_taken(receiver, spent, moved.fen, CASE WHEN last.lot_id IS NULL THEN own ELSE last END);
  PERFORM enter_lots(moved.id, moved.to_division, receiver, -1, lots);
  IF moved.kind = 'carry' THEN
    PERFORM enter_lots(moved.id, moved.to_division, later, 1, lots);
  ELSE
    PERFORM enter_lots(moved.id, moved.from_division, giver, 1, lots_come(lots, moved.id, moved.on_date));
  END IF;
END $$;

-- For how many budget years in a row money may be used: what offices entered and checked, nearest and latest first, as the
-- rulebook resolves it; without that the default of the parameter funds.carryYears.
CREATE FUNCTION carry_years(of_division text, on_day text) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce((SELECT (p.value #>> '{}')::int FROM parameter_entry p
    WHERE p.parameter = 'funds.carryYears' AND p.state = 'approved' AND p.category IS NULL AND starts_with(of_division, p.division)
      AND p.valid_from <= on_day AND (p.valid_to IS NULL OR on_day <= p.valid_to)
    ORDER BY length(p.division) DESC, p.valid_from DESC, p.checked_at DESC, p.id DESC LIMIT 1), 2)
$$;
CREATE FUNCTION past_limit(origin_year int, into_year int, of_division text, on_day text) RETURNS boolean LANGUAGE sql STABLE
  RETURN origin_year + carry_years(of_division, on_day) - 1 < into_year;
REVOKE ALL ON FUNCTION carry_years(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION carry_years(text, text) TO doudi_api, doudi_worker;

-- As before; what goes on or back takes its age along, and nothing goes on into a year that is past its limit.
CREATE OR REPLACE FUNCTION apply_year_end(moved fund_movement, amount bigint, giver uuid, receiver uuid) RETURNS void
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
  PERFORM age_movement(moved, giver, receiver, later, lots_held(receiver) - budget_left(line));
  IF moved.kind = 'handBack' THEN
    UPDATE budget_line SET allocated_fen = allocated_fen - amount, arrived_fen = arrived_fen - amount, handed_back_fen = handed_back_fen + amount
      WHERE id = receiver;
    UPDATE budget_line SET taken_back_fen = taken_back_fen + amount WHERE id = giver;
    RETURN;
  END IF;
  IF moved.reverses IS NULL AND EXISTS (SELECT FROM fund_lot_entry e WHERE e.cause_id = moved.id AND e.place_id = later
      AND past_limit(e.origin_year, moved.year + 1, moved.to_division, moved.on_date)) THEN
    RAISE EXCEPTION 'what is past its years is not carried on' USING ERRCODE = 'check_violation', CONSTRAINT = 'fund_lot_age';
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
    PERFORM FROM budget_line WHERE id IN (giver, receiver) ORDER BY id FOR UPDATE;
    UPDATE budget_line SET arrived_fen = arrived_fen + amount,
      overdrawn_fen = least(overdrawn_fen, greatest(0, drawn_fen - arrived_fen - amount - returned_fen)) WHERE id = receiver;
    PERFORM age_movement(new, giver, receiver, NULL, 0);
    IF length(new.to_division) = 6 THEN
      INSERT INTO outbox (kind, payload) VALUES ('fund-arrival', jsonb_build_object('county', new.to_division));
    END IF;
  END IF;
  RETURN NULL;
END $$;

-- ── the reserve funds ──────────────────────────────────────────────────────────────────────────────────────────────
-- Lots from one of the county's places to another.
CREATE FUNCTION shift_lots(cause uuid, county text, from_place uuid, to_place uuid, lots fund_lot[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM enter_lots(cause, county, from_place, -1, lots);
  PERFORM enter_lots(cause, county, to_place, 1, lots);
END $$;

-- The fund before its budget line, as in closing it.
CREATE OR REPLACE FUNCTION apply_top_up() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  fund reserve_fund;
  line budget_line;
BEGIN
  SELECT * INTO fund FROM reserve_fund WHERE id = new.fund_id FOR UPDATE;
  SELECT * INTO line FROM budget_line WHERE id = reserve_budget(fund) FOR UPDATE;
  PERFORM draw_budget(line.id, new.fen);
  PERFORM shift_lots(new.id, line.division, line.id, fund.id,
    lots_taken(line.id, lots_held(line.id) - budget_left(line), new.fen, youngest_lot(line.id)));
  PERFORM enter_reserve(new.fund_id, 'topUp', new.fen, to_char(new.checked_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'), new.checked_at, new.id, new.checker_id);
  RETURN NULL;
END $$;

-- What is left goes back to the budget line, or into the fund of the next year; what is past its years goes back in any case.
CREATE OR REPLACE FUNCTION apply_closing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  fund reserve_fund;
  line uuid;
  next_id uuid;
  lots fund_lot[];
  back fund_lot[];
  back_fen bigint;
BEGIN
  SELECT * INTO fund FROM reserve_fund WHERE id = new.fund_id FOR UPDATE;
  IF fund.balance_fen <> new.fen THEN
    RAISE EXCEPTION 'a closing names the balance' USING ERRCODE = 'check_violation', CONSTRAINT = 'reserve_closing_balance';
  END IF;
  IF new.fen > 0 THEN
    line := reserve_budget(fund);
    lots := lots_taken(fund.id, lots_held(fund.id) - new.fen, new.fen, youngest_lot(fund.id));
    SELECT array_agg(ROW(l.*)::fund_lot), coalesce(sum(l.fen), 0) INTO back, back_fen FROM unnest(lots) l
      WHERE new.mode = 'returned' OR past_limit(l.origin_year, fund.year + 1, fund.township, new.closed_on);
    IF back_fen > 0 THEN
      PERFORM enter_reserve(fund.id, 'returned', -back_fen, new.closed_on, new.created_at, new.id, new.closed_by);
      PERFORM return_budget(line, back_fen);
      PERFORM shift_lots(new.id, left(fund.township, 6), fund.id, line, back);
    END IF;
    IF new.fen > back_fen THEN
      PERFORM enter_reserve(fund.id, 'carried', back_fen - new.fen, new.closed_on, new.created_at, new.id, new.closed_by);
      INSERT INTO reserve_fund (id, township, year, source, created_at)
        VALUES (gen_random_uuid(), fund.township, fund.year + 1, fund.source, new.created_at) ON CONFLICT DO NOTHING;
      SELECT id INTO next_id FROM reserve_fund WHERE township = fund.township AND year = fund.year + 1;
      PERFORM enter_reserve(next_id, 'carriedIn', new.fen - back_fen, new.closed_on, new.created_at, new.id, new.closed_by);
      PERFORM shift_lots(new.id, left(fund.township, 6), fund.id, next_id,
        (SELECT array_agg(ROW(l.*)::fund_lot) FROM unnest(lots) l WHERE NOT past_limit(l.origin_year, fund.year + 1, fund.township, new.closed_on)));
    END IF;
  END IF;
  UPDATE reserve_fund SET closed_on = new.closed_on WHERE id = fund.id;
  RETURN NULL;
END $$;

-- ── what exists ────────────────────────────────────────────────────────────────────────────────────────────────────
-- All that was approved, in its order, takes its age along as it would today; what is spent by now counts as the oldest.
DO $$
DECLARE
  one record;
  moved fund_movement;
  line budget_line;
  fund reserve_fund;
  closed reserve_closing;
  spent bigint;
BEGIN
  FOR one IN
    SELECT 'movement' AS what, id, coalesce(checked_at, created_at) AS at, created_at FROM fund_movement
      WHERE state = 'approved' AND kind IN ('arrival', 'carry', 'handBack')
    UNION ALL
    SELECT 'topUp', id, coalesce(checked_at, created_at), created_at FROM reserve_top_up WHERE state = 'approved'
    UNION ALL
    SELECT 'closing', id, created_at, created_at FROM reserve_closing WHERE fen > 0
    ORDER BY 3, 4, 2
  LOOP
    IF one.what = 'movement' THEN
      SELECT * INTO moved FROM fund_movement WHERE id = one.id;
      SELECT * INTO line FROM budget_line WHERE (division, programme, year, source) = (moved.to_division, moved.programme, moved.year, moved.source);
    ELSE
      SELECT f.* INTO fund FROM reserve_fund f WHERE f.id = CASE one.what WHEN 'topUp' THEN (SELECT fund_id FROM reserve_top_up WHERE id = one.id)
        ELSE (SELECT fund_id FROM reserve_closing WHERE id = one.id) END;
      SELECT * INTO line FROM budget_line WHERE id = reserve_budget(fund);
    END IF;
    spent := CASE length(line.division)
      WHEN 6 THEN line.drawn_fen - line.returned_fen
        - coalesce((SELECT sum(t.fen) FROM reserve_top_up t JOIN reserve_fund f ON f.id = t.fund_id
            WHERE t.state = 'approved' AND reserve_budget(f) = line.id), 0)
        + coalesce((SELECT sum(c.fen) FROM reserve_closing c JOIN reserve_fund f ON f.id = c.fund_id
            WHERE c.mode = 'returned' AND reserve_budget(f) = line.id), 0)
      ELSE line.released_fen - coalesce((SELECT sum(m.fen) FROM fund_movement_in_force m WHERE m.kind = 'arrival'
        AND m.from_division <> m.to_division AND (m.from_division, m.programme, m.year, m.source) = (line.division, line.programme, line.year, line.source)), 0)
    END;
    IF one.what = 'movement' THEN
      PERFORM age_movement(moved,
        (SELECT id FROM budget_line WHERE moved.from_division <> moved.to_division
          AND (division, programme, year, source) = (moved.from_division, moved.programme, moved.year, moved.source)),
        line.id,
        (SELECT id FROM budget_line WHERE (division, programme, year, source) = (moved.to_division, moved.programme, moved.year + 1, moved.source)),
        spent);
    ELSIF one.what = 'topUp' THEN
      PERFORM shift_lots(one.id, line.division, line.id, fund.id,
        lots_taken(line.id, spent, (SELECT fen FROM reserve_top_up WHERE id = one.id), youngest_lot(line.id)));
    ELSE
      SELECT * INTO closed FROM reserve_closing WHERE id = one.id;
      PERFORM shift_lots(one.id, line.division, fund.id, CASE closed.mode WHEN 'returned' THEN line.id
          ELSE (SELECT id FROM reserve_fund WHERE township = fund.township AND year = fund.year + 1) END,
        lots_taken(fund.id, lots_held(fund.id) - closed.fen, closed.fen, youngest_lot(fund.id)));
    END IF;
  END LOOP;
END $$;
-- ── from here on ───────────────────────────────────────────────────────────────────────────────────────────────────

DROP VIEW fund_carried;
DROP FUNCTION write_carried_parts(fund_movement, budget_line);
DROP TABLE fund_carried_part;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON fund_lot_entry FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON fund_lot_entry FOR EACH STATEMENT EXECUTE FUNCTION append_only();
GRANT SELECT ON fund_lot_entry TO doudi_api, doudi_worker;
ALTER TABLE fund_lot_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY everything ON fund_lot_entry TO doudi_worker USING (true) WITH CHECK (true);
CREATE POLICY own ON fund_lot_entry FOR SELECT TO doudi_api USING (within_scope(division));
-- What only a trigger may do.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['enter_lots(uuid, text, uuid, int, fund_lot[])', 'age_movement(fund_movement, uuid, uuid, uuid, bigint)',
    'shift_lots(uuid, text, uuid, uuid, fund_lot[])'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
END $$;
