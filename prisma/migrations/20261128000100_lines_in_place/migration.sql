-- A line is written over in its place when it is sent too: no index asks where it stands in its file. Files are read by
-- their run, and that their places run from 1 without a gap is checked when they are written.
DROP INDEX payment_line_position;

-- The rows of a return refer to it by the statement, not row by row; a return stays (it is insert-only).
ALTER TABLE payment_return_row DROP CONSTRAINT payment_return_row_return_id_fkey;
CREATE FUNCTION return_rows_refer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT DISTINCT return_id FROM changed) n WHERE NOT EXISTS (SELECT FROM payment_return r WHERE r.id = n.return_id)) THEN
    RAISE EXCEPTION 'a row of a return is of a return' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER return_rows_refer AFTER INSERT ON payment_return_row REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION return_rows_refer();

-- How many households have an account in force by that number, so that the rare shared one is found without counting for
-- each line. Two that are approved at once wait for each other here, in one order.
CREATE TABLE account_use (
  number_index bytea PRIMARY KEY,
  households int NOT NULL
);
INSERT INTO account_use SELECT number_index, count(*) FROM card_account WHERE state = 'approved' GROUP BY number_index;
CREATE INDEX account_use_shared ON account_use (number_index) WHERE households > 1;
CREATE FUNCTION count_account_use() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  ended text := CASE WHEN tg_op = 'INSERT' THEN '' ELSE $sql$ UNION ALL SELECT number_index, -1 FROM former WHERE state = 'approved'$sql$ END;
  begun text := CASE WHEN tg_op = 'DELETE' THEN '' ELSE $sql$ UNION ALL SELECT number_index, 1 FROM changed WHERE state = 'approved'$sql$ END;
BEGIN
  EXECUTE format('INSERT INTO account_use AS u (number_index, households)
    SELECT number_index, sum(n) FROM (SELECT NULL::bytea AS number_index, 0 AS n WHERE false %s %s) moved
    GROUP BY number_index HAVING sum(n) <> 0 ORDER BY number_index
    ON CONFLICT (number_index) DO UPDATE SET households = u.households + excluded.households', ended, begun);
  RETURN NULL;
END $$;
CREATE TRIGGER count_insert AFTER INSERT ON card_account REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_account_use();
CREATE TRIGGER count_update AFTER UPDATE ON card_account REFERENCING OLD TABLE AS former NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_account_use();
CREATE TRIGGER count_delete AFTER DELETE ON card_account REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION count_account_use();
ALTER TABLE account_use ENABLE ROW LEVEL SECURITY;
CREATE POLICY everything ON account_use TO doudi_worker USING (true) WITH CHECK (true);
GRANT SELECT ON account_use TO doudi_api, doudi_worker;
