-- What an office may do and learn beyond its own cases: functions that run as the owner, each answering one question.

-- The person with this blind index, locked until the transaction ends, or a new one: one row in the whole province, so
-- that a household that moved is given its own persons again.
CREATE FUNCTION enrol_person(new_id uuid, new_name text, born text, new_sex text, number_index bytea, number_enc bytea, new_phone_enc bytea)
  RETURNS TABLE (id uuid, name text) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO person AS p (id, name, birth_date, sex, id_index, id_number_enc, phone_enc)
    VALUES (new_id, new_name, born, new_sex, number_index, number_enc, new_phone_enc)
    ON CONFLICT (id_index) DO NOTHING;
  RETURN QUERY SELECT p.id, p.name FROM person p
    WHERE CASE WHEN number_index IS NULL THEN p.id = new_id ELSE p.id_index = number_index END FOR UPDATE;
END $$;

-- Open cases of a programme in which the persons are, wherever they are.
CREATE FUNCTION open_cases_of(persons uuid[], programme_of text)
  RETURNS TABLE (case_id uuid, number text, division text, person_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.id, c.number, c.division, m.person_id
    FROM case_member m JOIN "case" c ON c.id = m.case_id
    WHERE m.person_id = ANY (persons) AND m.left_on IS NULL AND c.closed_at IS NULL AND c.programme = programme_of
    ORDER BY c.number, m.person_id
  $$;

-- Open cases of the person behind a blind index outside the caller's scope: that there is one, never who.
CREATE FUNCTION open_cases_elsewhere(wanted bytea) RETURNS TABLE (number text, division text, programme text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.number, c.division, c.programme
    FROM person p JOIN case_member m ON m.person_id = p.id JOIN "case" c ON c.id = m.case_id
    WHERE p.id_index = wanted AND m.left_on IS NULL AND c.closed_at IS NULL AND within_scope(c.division) IS NOT TRUE
    ORDER BY c.number
  $$;

-- Cases of the caller's scope by part of the applicant's name. Under a policy the planner may not use an index for a
-- pattern (LIKE could leak what it is shown); here the scope is part of the question itself.
CREATE FUNCTION cases_by_name(part text, most int) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM "case"
  WHERE string_to_array(applicant_name, NULL) @> string_to_array(part, NULL)
    AND applicant_name LIKE '%' || regexp_replace(part, '([\\%_])', '\\\1', 'g') || '%' AND within_scope(division)
  ORDER BY applicant_name, id LIMIT most
$$;

DO $$
DECLARE
  signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['enrol_person(uuid, text, text, text, bytea, bytea, bytea)', 'open_cases_of(uuid[], text)',
    'open_cases_elsewhere(bytea)', 'cases_by_name(text, int)', 'may_share_case(uuid)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO doudi_api, doudi_worker', signature);
  END LOOP;
END $$;
