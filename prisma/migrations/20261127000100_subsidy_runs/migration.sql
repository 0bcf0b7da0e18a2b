-- Price linkage and one-off subsidies are paid by runs like any other: what they are paid for (`occasion_id`: the start or
-- the plan) stands on run and line, and whom a line counted stands beside it, so that nobody is counted twice.
ALTER TABLE payment_run ADD COLUMN occasion_id uuid;
ALTER TABLE payment_line ADD COLUMN occasion_id uuid;
ALTER TABLE payment_run ADD CONSTRAINT payment_run_occasion CHECK ((kind IN ('priceLinkage', 'oneOff')) = (occasion_id IS NOT NULL)) NOT VALID;
ALTER TABLE payment_line ADD CONSTRAINT payment_line_occasion CHECK ((kind IN ('priceLinkage', 'oneOff')) = (occasion_id IS NOT NULL)) NOT VALID;

-- One living line of a household and occasion; several occasions may fall into one month.
DROP INDEX payment_line_case_id_month_kind_correction_key;
CREATE UNIQUE INDEX payment_line_correction ON payment_line (case_id, month, kind, coalesce(occasion_id, case_id), correction);
DROP INDEX payment_line_once;
CREATE UNIQUE INDEX payment_line_once ON payment_line (case_id, month, kind, coalesce(occasion_id, case_id))
  WHERE kind <> 'difference' AND state NOT IN ('cancelled', 'reissued');
CREATE INDEX payment_line_occasion ON payment_line (occasion_id) WHERE occasion_id IS NOT NULL;
CREATE INDEX payment_line_held ON payment_line (county, programme, month) WHERE state = 'held';
-- A county draws one list of an occasion at a time.
CREATE UNIQUE INDEX payment_run_occasion_once ON payment_run (county, programme, occasion_id)
  WHERE occasion_id IS NOT NULL AND released_at IS NULL AND state NOT IN ('settled', 'cancelled');

CREATE TABLE payment_share (
  line_id bigint NOT NULL REFERENCES payment_line (id),
  person_id uuid NOT NULL,
  fen bigint NOT NULL,
  CONSTRAINT payment_share_pkey PRIMARY KEY (line_id, person_id),
  CONSTRAINT payment_share_amount CHECK (fen > 0)
);
CREATE INDEX payment_share_person_id_idx ON payment_share (person_id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON payment_share FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON payment_share FOR EACH STATEMENT EXECUTE FUNCTION append_only();
GRANT SELECT, INSERT ON payment_share TO doudi_worker;
GRANT SELECT ON payment_share TO doudi_api;
ALTER TABLE payment_share ENABLE ROW LEVEL SECURITY;
CREATE POLICY everything ON payment_share TO doudi_worker USING (true) WITH CHECK (true);
CREATE POLICY of_line ON payment_share TO doudi_api USING (EXISTS (SELECT FROM payment_line l WHERE l.id = payment_share.line_id));

-- A second account of a household waits until the first has been looked at.
CREATE UNIQUE INDEX card_account_waiting ON card_account (case_id) WHERE state = 'proposed';

-- What happens to a run concerns its county and every township on its list: what people do in it, as its own changes.
CREATE FUNCTION offices_of_run(run_id uuid, county text) RETURNS text[] LANGUAGE sql STABLE AS
  $$ SELECT ARRAY[county] || coalesce((SELECT array_agg(t.township) FROM payment_township t WHERE t.run_id = offices_of_run.run_id), '{}') $$;
CREATE OR REPLACE FUNCTION tell_of_runs() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('doudi_changes', json_build_object('topic', 'payment', 'id', id, 'offices', offices_of_run(id, county))::text) FROM changed;
  RETURN NULL;
END $$;
CREATE FUNCTION tell_of_run_events() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('doudi_changes', json_build_object('topic', 'payment', 'id', r.id, 'offices', offices_of_run(r.id, r.county))::text)
    FROM payment_run r WHERE r.id IN (SELECT run_id FROM changed);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_of_insert AFTER INSERT ON payment_run_event REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_of_run_events();
