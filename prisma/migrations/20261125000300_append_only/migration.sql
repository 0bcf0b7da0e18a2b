-- The second lock behind the grants: whoever connects, also the owner, cannot change what was written.
-- Arguments: the columns that may change. A rotation of keys may re-encrypt (*_enc), which needs the owner's grants.
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  open_columns text[] := coalesce(tg_argv, '{}');
BEGIN
  IF tg_op = 'UPDATE' THEN
    IF current_setting('app.key_rotation', true) = 'on' THEN
      open_columns := open_columns || ARRAY(SELECT name FROM jsonb_object_keys(to_jsonb(new)) name WHERE name LIKE '%\_enc');
    END IF;
    IF to_jsonb(old) - open_columns = to_jsonb(new) - open_columns THEN
      RETURN new;
    END IF;
  END IF;
  RAISE EXCEPTION 'append-only; table %', tg_table_name;
END $$;

DO $$
DECLARE
  rule record;
BEGIN
  FOR rule IN
    SELECT * FROM (VALUES
      ('case_event', ''), ('decision', ''), ('case_input', ''), ('assessment', ''), ('relative_declaration', ''),
      ('audit_row', ''), ('audit_seal', ''), ('import_error', ''),
      ('fact', '''superseded_at'''), ('letter', '''delivered_at'', ''receipt''')
    ) AS rules (name, open_columns)
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION append_only(%s)', rule.name, rule.open_columns);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION append_only()', rule.name);
  END LOOP;
END $$;
