-- One grant out of a reserve fund is entered once, whoever enters it and however often: the same person, day, form and amount.
CREATE FUNCTION reserve_grant_once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM reserve_fund WHERE id = new.fund_id FOR UPDATE;
  IF EXISTS (SELECT FROM reserve_grant g WHERE g.state <> 'rejected' AND g.goods IS NOT DISTINCT FROM new.goods
      AND (g.fund_id, g.person_id, g.given_on, g.form, g.fen) = (new.fund_id, new.person_id, new.given_on, new.form, new.fen)) THEN
    RAISE EXCEPTION 'the same grant stands in the fund' USING ERRCODE = 'check_violation', CONSTRAINT = 'reserve_grant_once';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER once BEFORE INSERT ON reserve_grant FOR EACH ROW EXECUTE FUNCTION reserve_grant_once();
