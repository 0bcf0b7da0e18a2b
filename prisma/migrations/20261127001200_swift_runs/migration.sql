-- What comes into the outbox is told at once by its kind, so that nobody waits for the next look; the look stays.
CREATE FUNCTION tell_of_work() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('doudi_outbox', kind) FROM (SELECT DISTINCT kind FROM changed) AS told;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_of_work AFTER INSERT ON outbox REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_of_work();
