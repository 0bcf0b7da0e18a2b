-- Lists and counts within a click at the size of a province. Row-level security asks of every row of what hangs on a
-- case whether the case is seen: right for one case, too much for each of fifty rows with six look-ups, or for all of a
-- province. The functions below see the tables whole, ask for the scope once, and answer nothing outside it.

-- An office's or an area's open work, counted from the index alone.
CREATE INDEX work_item_counted ON work_item (division, due_at, id) INCLUDE (kind, case_id) WHERE done_at IS NULL;
DROP INDEX work_item_open_office;

-- Cases of other offices that are shared with the caller's (the second half of the policy on "case").
CREATE FUNCTION guest_cases() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT case_id FROM case_scope
  WHERE guest AND within_scope(division) AND valid_from <= to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')
    AND (valid_to IS NULL OR valid_to >= to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'))
$$;

CREATE FUNCTION sees_case(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "case" c WHERE c.id = wanted AND within_scope(c.division)) OR wanted IN (SELECT guest_cases())
$$;

-- What marks a case in every list: an emergency being handed over; a visit by the county that must not be left out
-- (near relatives declared, or a complaint before the decision).
CREATE FUNCTION case_marks(wanted uuid, decided boolean) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT sees_case(wanted) THEN RETURN NULL; END IF;
  RETURN jsonb_build_object(
    'emergency', EXISTS (SELECT FROM matter m WHERE m.case_id = wanted AND m.kind = 'emergency' AND m.closed_at IS NULL),
    'forcedVisit', NOT decided AND (
      EXISTS (SELECT FROM relative_declaration r WHERE r.case_id = wanted
        AND NOT EXISTS (SELECT FROM relative_ending e WHERE e.declaration_id = r.id))
      OR EXISTS (SELECT FROM matter m WHERE m.case_id = wanted AND m.kind = 'complaint')));
END $$;

-- What a row of the queue tells besides: the promise and the kinds of its limits, and where its matter stands.
CREATE FUNCTION work_details(wanted uuid, of_owner text) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  limits jsonb;
  stands text[];
BEGIN
  IF NOT sees_case(wanted) THEN RETURN NULL; END IF;
  SELECT jsonb_build_object('promisedAt', min(d.promised_at), 'running', coalesce(jsonb_agg(d.kind), '[]')) INTO limits
    FROM deadline d WHERE d.case_id = wanted AND d.owner = of_owner AND d.state IN ('running', 'late');
  IF of_owner <> 'stage' THEN
    SELECT ARRAY[m.kind, m.step] INTO stands FROM matter m WHERE m.case_id = wanted AND m.id::text = of_owner;
  END IF;
  RETURN limits || jsonb_build_object('matter', stands);
END $$;

-- Limits of stages at whose end a case goes on by itself, in the caller's scope; the kinds are those of deadline_clock.
-- Planned for the scope of each caller: a township's are few, a province's many.
CREATE FUNCTION running_clocks(stages text[]) RETURNS TABLE (id uuid, case_id uuid, due_at timestamptz, kind text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 5000 SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  scope text := nullif(current_setting('app.division', true), '');
BEGIN
  RETURN QUERY
    SELECT d.id, d.case_id, d.due_at::timestamptz, d.kind FROM "case" c JOIN deadline d ON d.case_id = c.id
    WHERE c.stage = ANY (stages) AND c.closed_at IS NULL AND c.division >= scope AND c.division < scope || ':'
      AND d.state = 'running' AND d.owner = 'stage' AND d.kind IN ('publicNotice', 'supplement', 'gradualExit', 'suit')
    UNION ALL
    SELECT d.id, d.case_id, d.due_at::timestamptz, d.kind FROM "case" c JOIN deadline d ON d.case_id = c.id
    WHERE c.id IN (SELECT guest_cases()) AND within_scope(c.division) IS NOT TRUE
      AND c.stage = ANY (stages) AND c.closed_at IS NULL
      AND d.state = 'running' AND d.owner = 'stage' AND d.kind IN ('publicNotice', 'supplement', 'gradualExit', 'suit');
END $$;

-- Cases of the caller's scope with an open matter of a kind that few have at a time: each is looked up by its key.
CREATE FUNCTION cases_with_open(wanted text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.case_id FROM matter m
  WHERE m.kind = wanted AND m.closed_at IS NULL
    AND ((SELECT within_scope(c.division) FROM "case" c WHERE c.id = m.case_id) OR m.case_id IN (SELECT guest_cases()))
$$;

DO $$
DECLARE
  signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['guest_cases()', 'sees_case(uuid)', 'case_marks(uuid, boolean)', 'work_details(uuid, text)', 'running_clocks(text[])',
    'cases_with_open(text)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO doudi_api, doudi_worker', signature);
  END LOOP;
END $$;
