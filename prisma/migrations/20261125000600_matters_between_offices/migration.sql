-- The office that a matter lies with, where it is not the case's own (a transfer that was asked of another office).
ALTER TABLE matter ADD COLUMN division TEXT;

-- Which office pays a case from which month on; only cases that moved have rows. Insert-only.
CREATE TABLE case_division (
  case_id UUID NOT NULL REFERENCES "case" (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  from_month TEXT NOT NULL CHECK (from_month ~ '^\d{4}-\d{2}$'),
  division TEXT NOT NULL,
  CONSTRAINT case_division_pkey PRIMARY KEY (case_id, from_month)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON case_division FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON case_division FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- What the county drew of the confirmations that townships made under delegation in a month, and what it found.
CREATE TABLE confirmation_sample (
  id UUID NOT NULL CONSTRAINT confirmation_sample_pkey PRIMARY KEY,
  county TEXT NOT NULL,
  month TEXT NOT NULL,
  case_id UUID NOT NULL REFERENCES "case" (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  decision_id UUID NOT NULL,
  matter_id UUID NOT NULL,
  seed TEXT NOT NULL,
  rank INTEGER NOT NULL,
  population INTEGER NOT NULL,
  drawn_on TEXT NOT NULL,
  result TEXT,
  result_on TEXT
);
CREATE UNIQUE INDEX confirmation_sample_county_month_case_id_key ON confirmation_sample (county, month, case_id);
CREATE INDEX confirmation_sample_case_id_idx ON confirmation_sample (case_id);

GRANT SELECT, INSERT ON case_division, confirmation_sample TO doudi_worker;
GRANT UPDATE (result, result_on) ON confirmation_sample TO doudi_worker;
GRANT SELECT ON case_division, confirmation_sample TO doudi_api;

ALTER TABLE case_division ENABLE ROW LEVEL SECURITY;
CREATE POLICY everything ON case_division TO doudi_worker USING (true) WITH CHECK (true);
CREATE POLICY of_case ON case_division FOR SELECT TO doudi_api USING (EXISTS (SELECT FROM "case" c WHERE c.id = case_division.case_id));
ALTER TABLE confirmation_sample ENABLE ROW LEVEL SECURITY;
CREATE POLICY everything ON confirmation_sample TO doudi_worker USING (true) WITH CHECK (true);
-- The office that is looked at learns of it with the case, not from the list.
CREATE POLICY own ON confirmation_sample FOR SELECT TO doudi_api USING (within_scope(county));
