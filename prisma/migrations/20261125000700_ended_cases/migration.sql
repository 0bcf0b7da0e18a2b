-- A case that was refused or stopped waits only for its remedies: whoever is in it may apply again (the new case names it).
CREATE OR REPLACE FUNCTION open_cases_of(persons uuid[], programme_of text)
  RETURNS TABLE (case_id uuid, number text, division text, person_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.id, c.number, c.division, m.person_id
    FROM case_member m JOIN "case" c ON c.id = m.case_id
    WHERE m.person_id = ANY (persons) AND m.left_on IS NULL AND c.programme = programme_of
      AND c.closed_at IS NULL AND c.stage NOT IN ('refused', 'stopped')
    ORDER BY c.number, m.person_id
  $$;

CREATE OR REPLACE FUNCTION open_cases_elsewhere(wanted bytea) RETURNS TABLE (number text, division text, programme text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.number, c.division, c.programme
    FROM person p JOIN case_member m ON m.person_id = p.id JOIN "case" c ON c.id = m.case_id
    WHERE p.id_index = wanted AND m.left_on IS NULL AND within_scope(c.division) IS NOT TRUE
      AND c.closed_at IS NULL AND c.stage NOT IN ('refused', 'stopped')
    ORDER BY c.number
  $$;
