-- What everybody may read without an account: two questions, answered as the owner with the columns of a village's own
-- board and no others. No ID number, illness, address or phone; no name of a minor.

CREATE INDEX case_on_the_board ON "case" (division) WHERE stage IN ('publicised', 'objected');

CREATE FUNCTION name_for_the_board(of_case "case") RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT of_case.applicant_name FROM person p
    WHERE p.id = of_case.applicant_id
      AND p.birth_date <= to_char((now() AT TIME ZONE 'Asia/Shanghai') - interval '18 years', 'YYYY-MM-DD')
  $$;

-- Notices of a place: those that run, and those to which somebody has objected (a second objection must still find them).
-- round: the posting, so that a notice posted again after an objection is another one.
CREATE FUNCTION public_notices(place text)
  RETURNS TABLE (case_id uuid, round int, running boolean, programme text, division text, applicant text, people int,
    rural_class text, monthly_fen bigint, posted_on text, due_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.id, posting.sequence, c.stage = 'publicised', c.programme, c.division, name_for_the_board(c),
      (SELECT count(*)::int FROM case_member m WHERE m.case_id = c.id AND m.beneficiary AND m.left_on IS NULL),
      proposal.summary ->> 'ruralClass', a.monthly_fen, posting.summary ->> 'on', notice.due_at
    FROM "case" c
    CROSS JOIN LATERAL (
      SELECT e.sequence, e.summary FROM case_event e
      WHERE e.case_id = c.id AND e.owner = 'stage' AND e.action = 'recordPosting' ORDER BY e.sequence DESC LIMIT 1) posting
    CROSS JOIN LATERAL (
      SELECT e.summary FROM case_event e
      WHERE e.case_id = c.id AND e.owner = 'stage' AND e.action = 'propose' ORDER BY e.sequence DESC LIMIT 1) proposal
    JOIN assessment a ON a.id = (proposal.summary ->> 'assessmentId')::uuid
    LEFT JOIN LATERAL (
      SELECT d.due_at, d.id FROM deadline d
      WHERE d.case_id = c.id AND d.kind = 'publicNotice' AND d.state IN ('running', 'late', 'unpublished') LIMIT 1) notice ON true
    WHERE c.stage IN ('publicised', 'objected') AND c.division >= place AND c.division < place || ':'
      AND (c.stage = 'objected' OR notice.id IS NOT NULL)
    ORDER BY c.division, notice.due_at, c.id
  $$;

-- Long-term publication of those in benefit (gradual exit counts as benefit), a page at a time.
CREATE FUNCTION public_recipients(place text, most int, after int)
  RETURNS TABLE (programme text, division text, applicant text, people int, monthly_fen bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.programme, c.division, name_for_the_board(c),
      (SELECT count(*)::int FROM case_member m WHERE m.case_id = c.id AND m.beneficiary AND m.left_on IS NULL), c.monthly_fen
    FROM "case" c
    WHERE c.stage IN ('benefiting', 'leaving') AND c.division >= place AND c.division < place || ':'
    ORDER BY c.division, c.submitted_at, c.id LIMIT most OFFSET after
  $$;

DO $$
DECLARE
  signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['name_for_the_board("case")', 'public_notices(text)', 'public_recipients(text, int, int)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
  END LOOP;
  GRANT EXECUTE ON FUNCTION public_notices(text), public_recipients(text, int, int) TO doudi_api;
END $$;
