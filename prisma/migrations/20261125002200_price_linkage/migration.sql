-- Price indices, the decision to start a month's subsidy, and plans of a one-off living subsidy. They hold no personal
-- data and concern places above and below the one that entered them, so that they stand, like parameter_entry, under no
-- row-level security: the operations check the division.

CREATE TABLE price_index (
  id uuid PRIMARY KEY,
  division text COLLATE "C" NOT NULL,
  month text NOT NULL,
  cpi text NOT NULL,
  food_cpi text,
  scpi text,
  source text NOT NULL,
  published_on text NOT NULL,
  state text NOT NULL DEFAULT 'proposed',
  maker_id uuid NOT NULL,
  checker_id uuid,
  created_at timestamptz(3) NOT NULL,
  checked_at timestamptz(3),
  CONSTRAINT price_index_month CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  CONSTRAINT price_index_rises CHECK (
    cpi ~ '^-?\d{1,2}(\.\d)?$' AND coalesce(food_cpi, '0') ~ '^-?\d{1,2}(\.\d)?$' AND coalesce(scpi, '0') ~ '^-?\d{1,2}(\.\d)?$')
);
CREATE INDEX price_index_division_month_idx ON price_index (division, month);

CREATE TABLE price_linkage_start (
  id uuid PRIMARY KEY,
  division text COLLATE "C" NOT NULL,
  month text NOT NULL,
  order_number text NOT NULL,
  order_date text NOT NULL,
  state text NOT NULL DEFAULT 'proposed',
  maker_id uuid NOT NULL,
  checker_id uuid,
  created_at timestamptz(3) NOT NULL,
  checked_at timestamptz(3),
  paid_on text,
  CONSTRAINT price_linkage_start_month CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  CONSTRAINT price_linkage_start_paid CHECK (paid_on IS NULL OR state = 'approved')
);
CREATE INDEX price_linkage_start_division_month_idx ON price_linkage_start (division, month);
-- A month of a place is started once.
CREATE UNIQUE INDEX price_linkage_start_once ON price_linkage_start (division, month) WHERE state <> 'rejected';

CREATE TABLE one_off_plan (
  id uuid PRIMARY KEY,
  title text NOT NULL,
  division text COLLATE "C" NOT NULL,
  order_number text NOT NULL,
  cut_off_month text NOT NULL,
  amounts jsonb NOT NULL,
  state text NOT NULL DEFAULT 'proposed',
  maker_id uuid NOT NULL,
  checker_id uuid,
  created_at timestamptz(3) NOT NULL,
  checked_at timestamptz(3),
  CONSTRAINT one_off_plan_month CHECK (cut_off_month ~ '^\d{4}-(0[1-9]|1[0-2])$')
);
CREATE INDEX one_off_plan_division_idx ON one_off_plan (division);

GRANT SELECT, INSERT ON price_index, price_linkage_start, one_off_plan TO doudi_worker, doudi_api;
GRANT UPDATE (state, checker_id, checked_at) ON price_index, one_off_plan TO doudi_api;
GRANT UPDATE (state, checker_id, checked_at, paid_on) ON price_linkage_start TO doudi_api, doudi_worker;

-- What was entered never changes; it is decided upon, and paid.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON price_index FOR EACH ROW EXECUTE FUNCTION append_only('state', 'checker_id', 'checked_at');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON price_linkage_start FOR EACH ROW EXECUTE FUNCTION append_only('state', 'checker_id', 'checked_at', 'paid_on');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON one_off_plan FOR EACH ROW EXECUTE FUNCTION append_only('state', 'checker_id', 'checked_at');
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['price_index', 'price_linkage_start', 'one_off_plan'] LOOP
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION append_only()', name);
  END LOOP;
END $$;
