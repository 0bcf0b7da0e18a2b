-- What the datamodel cannot say: byte order of division codes, what may not overlap, what may be open once, and the
-- indexes behind lists.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Ranges of codes ('5305' <= code < '5305:') are only right, and only served by an index, in byte order.
DO $$
DECLARE
  place record;
BEGIN
  FOR place IN
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = current_schema()
      AND (column_name IN ('division', 'actor_division', 'declared_in') OR (table_name, column_name) = ('case', 'applicant_name'))
  LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE text COLLATE "C"', place.table_name, place.column_name);
  END LOOP;
END $$;

-- Months as numbers, so that periods of months are ranges.
CREATE FUNCTION month_number(month text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN left(month, 4)::int * 12 + right(month, 2)::int;

ALTER TABLE entitlement
  ADD CONSTRAINT entitlement_months CHECK (
    from_month ~ '^\d{4}-(0[1-9]|1[0-2])$' AND (to_month IS NULL OR (to_month ~ '^\d{4}-(0[1-9]|1[0-2])$' AND to_month >= from_month))),
  ADD CONSTRAINT entitlement_not_negative CHECK (monthly_fen >= 0),
  ADD CONSTRAINT entitlement_periods_apart EXCLUDE USING gist (
    case_id WITH =, int4range(month_number(from_month), month_number(to_month), '[]') WITH &&) WHERE (superseded_by IS NULL);

-- The components of an entitlement are its amount, to the fen; looked at when the transaction ends.
CREATE FUNCTION entitlement_adds_up() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  entitlement_of uuid := CASE WHEN tg_table_name = 'entitlement' THEN (to_jsonb(new) ->> 'id')::uuid
    ELSE (to_jsonb(coalesce(new, old)) ->> 'entitlement_id')::uuid END;
  difference bigint;
BEGIN
  SELECT e.monthly_fen - coalesce((SELECT sum(fen) FROM entitlement_component WHERE entitlement_id = e.id), 0)
    INTO difference FROM entitlement e WHERE e.id = entitlement_of;
  IF difference <> 0 THEN
    RAISE EXCEPTION 'components of entitlement % differ from its amount by % fen', entitlement_of, difference USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER adds_up AFTER INSERT OR UPDATE OF monthly_fen ON entitlement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION entitlement_adds_up();
CREATE CONSTRAINT TRIGGER adds_up AFTER INSERT OR UPDATE OR DELETE ON entitlement_component
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION entitlement_adds_up();

-- One open matter of these kinds at a time (domain/lifecycle/matters.ts).
CREATE UNIQUE INDEX matter_open_once ON matter (case_id, kind)
  WHERE closed_at IS NULL AND kind IN ('recheck', 'transfer', 'reconsideration');
CREATE UNIQUE INDEX matter_open_death_once ON matter (case_id, person_id) WHERE closed_at IS NULL AND kind = 'death';

-- Facts end after they begin.
ALTER TABLE fact ADD CONSTRAINT fact_period CHECK (valid_to IS NULL OR valid_to >= valid_from);
ALTER TABLE case_scope ADD CONSTRAINT case_scope_period CHECK (valid_to IS NULL OR valid_to >= valid_from);

-- The running number of a county and year; a row for each, so that it counts also what row-level security hides.
CREATE TABLE case_number (
  county text COLLATE "C" NOT NULL,
  year text NOT NULL CHECK (year ~ '^\d{4}$'),
  last int NOT NULL CHECK (last > 0),
  PRIMARY KEY (county, year)
);

-- Work queues: by office in order of due instant, by person, and over a whole subtree.
CREATE INDEX work_item_open_office ON work_item (division, due_at, id) WHERE done_at IS NULL;
CREATE INDEX work_item_open_due ON work_item (due_at, id) WHERE done_at IS NULL;
CREATE INDEX work_item_open_assignee ON work_item (assignee_id, due_at, id) WHERE done_at IS NULL;

-- Case lists, a page at a time.
CREATE INDEX case_by_submission ON "case" (submitted_at, id);
CREATE INDEX case_by_id_in_division ON "case" (division, id);
CREATE INDEX case_open_by_due ON "case" (next_due_at, id) WHERE closed_at IS NULL;
CREATE INDEX case_open_by_assignee ON "case" (assignee_id) WHERE closed_at IS NULL;
CREATE INDEX case_not_started ON "case" (submitted_at) WHERE engine_started_at IS NULL;
CREATE INDEX case_not_stepped ON "case" (engine_started_at) WHERE sequence = 0;
CREATE INDEX case_by_applicant ON "case" (applicant_name);
-- By single characters: a Chinese name has two or three, fewer than a trigram needs, and under LC_CTYPE C none are letters.
CREATE INDEX case_applicant_characters ON "case" USING gin (string_to_array(applicant_name, NULL));

-- What row-level security looks for: few rows.
CREATE INDEX case_scope_guest ON case_scope (division, case_id) WHERE guest;

CREATE INDEX outbox_waiting ON outbox (due_at, id) WHERE done_at IS NULL;
CREATE INDEX draft_by_age ON draft (updated_at) WHERE case_id IS NULL;
CREATE INDEX deadline_unpublished ON deadline (case_id) WHERE state = 'unpublished';
