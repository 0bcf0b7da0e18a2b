-- What comes into the outbox is told at once by its kind, so that nobody waits for the next look; the look stays.
CREATE FUNCTION tell_of_work() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('doudi_outbox', kind) FROM (SELECT DISTINCT kind FROM changed) AS told;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_of_work AFTER INSERT ON outbox REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_of_work();

-- Every line of a list is looked at when it is drawn and right before it goes, and by the hour in between; at other times
-- what is held, and whose account was decided meanwhile.
ALTER TABLE payment_run ADD COLUMN looked_at timestamptz(3);
CREATE INDEX card_account_checked ON card_account (checked_at) WHERE checked_at IS NOT NULL;

-- What the guards look for is rare, and found without walking the list.
CREATE INDEX person_died ON person (id) WHERE died_on IS NOT NULL;
CREATE INDEX card_account_odd ON card_account (id) WHERE NOT number_valid OR (holder_person_id IS NULL AND agreement_id IS NULL);
CREATE INDEX card_account_odd_name ON card_account (id) WHERE holder_name !~ '^[一-龥A-Za-z0-9·]{1,20}$';
CREATE INDEX card_account_not_in_force ON card_account (id) WHERE state <> 'approved';
CREATE INDEX payment_line_differences ON payment_line (case_id, month) WHERE kind = 'difference';

-- A township sees its own part of a list alone; whether the run can go on is all that it is told of the others.
CREATE FUNCTION all_confirmed(of_run uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM payment_township WHERE run_id = of_run AND confirmed_at IS NULL)
$$;
REVOKE ALL ON FUNCTION all_confirmed(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION all_confirmed(uuid) TO doudi_api, doudi_worker;

-- What finds a place in a file finds the file.
DROP INDEX payment_line_file;
