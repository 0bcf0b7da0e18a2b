-- Tells whoever listens what changed, when the transaction ends: a kind, an id and the offices that may know. Never a
-- name. Once per statement, so that an import of thousands is cheap; equal messages of one transaction become one.

CREATE FUNCTION tell_of_cases() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('doudi_changes', json_build_object('topic', 'case', 'id', c.id, 'offices', ARRAY(
    SELECT c.division UNION
    SELECT s.division FROM case_scope s
    WHERE s.case_id = c.id AND s.guest
      AND s.valid_from <= to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')
      AND (s.valid_to IS NULL OR s.valid_to >= to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'))
    ORDER BY 1))::text)
  FROM "case" c WHERE c.id IN (SELECT case_id FROM changed);
  RETURN NULL;
END $$;

CREATE FUNCTION tell_of_imports() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('doudi_changes', json_build_object('topic', 'import', 'id', id, 'offices', ARRAY[division])::text) FROM changed;
  RETURN NULL;
END $$;

-- A session that ended, or went over to another appointment: its stream of events must not outlive it.
CREATE FUNCTION tell_of_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('doudi_changes', json_build_object('topic', 'session', 'id', old.id, 'offices', ARRAY[]::text[])::text);
  RETURN NULL;
END $$;

DO $$
DECLARE
  rule record;
BEGIN
  FOR rule IN
    SELECT * FROM (VALUES
      ('case_event', 'INSERT', 'tell_of_cases'), ('work_item', 'INSERT', 'tell_of_cases'), ('work_item', 'UPDATE', 'tell_of_cases'),
      ('fact', 'INSERT', 'tell_of_cases'), ('document', 'INSERT', 'tell_of_cases'), ('letter', 'UPDATE', 'tell_of_cases'),
      ('import_job', 'INSERT', 'tell_of_imports'), ('import_job', 'UPDATE', 'tell_of_imports')
    ) AS rules (name, happening, teller)
  LOOP
    EXECUTE format('CREATE TRIGGER tell_of_%1$s AFTER %2$s ON %3$I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION %4$I()',
      lower(rule.happening), rule.happening, rule.name, rule.teller);
  END LOOP;
END $$;
CREATE TRIGGER tell_of_end AFTER UPDATE ON session FOR EACH ROW
  WHEN (old.revoked_at IS DISTINCT FROM new.revoked_at OR old.appointment_id IS DISTINCT FROM new.appointment_id)
  EXECUTE FUNCTION tell_of_session();
