-- The second wall behind the permission check: the api role sees what lies within the division that its transaction
-- named (store/with-scope.ts), and nothing without one. nullif: a pooled connection holds '' after an earlier local
-- setting, and '' must not mean everything. The upper bound ':' is the character after '9'.

-- The planner writes it out in place, so that it becomes a range of the index.
CREATE FUNCTION within_scope(code text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT code >= nullif(current_setting('app.division', true), '') AND code < nullif(current_setting('app.division', true), '') || ':' $$;

-- ── offices that are guests of a case ──────────────────────────────────────────────────────────────────────────────
-- A scope row may be written before its case.
CREATE FUNCTION mark_guest() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  new.guest := coalesce(NOT starts_with((SELECT division FROM "case" WHERE id = new.case_id), new.division), false);
  RETURN new;
END $$;
CREATE TRIGGER mark_guest BEFORE INSERT OR UPDATE ON case_scope FOR EACH ROW EXECUTE FUNCTION mark_guest();

-- The value itself comes from the row's own trigger above.
CREATE FUNCTION mark_guests_of_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE case_scope SET guest = false WHERE case_id = new.id AND guest IS DISTINCT FROM NOT starts_with(new.division, division);
  RETURN NULL;
END $$;
CREATE TRIGGER mark_guests AFTER INSERT OR UPDATE OF division ON "case" FOR EACH ROW EXECUTE FUNCTION mark_guests_of_case();

-- Only a case's own office says who else sees it: else any office could let itself in.
CREATE FUNCTION may_share_case(shared uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT NOT EXISTS (SELECT FROM "case" WHERE id = shared AND within_scope(division) IS NOT TRUE) $$;
CREATE POLICY seen ON case_scope FOR SELECT TO doudi_api USING (within_scope(division) OR may_share_case(case_id));
CREATE POLICY filed ON case_scope FOR INSERT TO doudi_api WITH CHECK (may_share_case(case_id));

-- ── tables with a division of their own ────────────────────────────────────────────────────────────────────────────
CREATE POLICY own ON draft TO doudi_api USING (within_scope(division)) WITH CHECK (within_scope(division));
CREATE POLICY own ON import_job TO doudi_api USING (within_scope(division)) WITH CHECK (within_scope(division));
CREATE POLICY own ON work_item TO doudi_api USING (within_scope(division)) WITH CHECK (within_scope(division));
-- Every request leaves its row, also one that nobody has logged in for; read by those over the actor's office.
CREATE POLICY written ON audit_row FOR INSERT TO doudi_api WITH CHECK (true);
CREATE POLICY own ON audit_row FOR SELECT TO doudi_api USING (within_scope(division));

-- A case: its own office by an index range, guests by the few rows of case_scope. The array is computed once per query,
-- so that both arms are index conditions; EXISTS in their place would read every case.
CREATE POLICY seen ON "case" FOR SELECT TO doudi_api USING (
  within_scope(division)
  OR id = ANY (ARRAY(
    SELECT case_id FROM case_scope
    WHERE guest AND within_scope(division)
      AND valid_from <= to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')
      AND (valid_to IS NULL OR valid_to >= to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'))
  ))
);
CREATE POLICY filed ON "case" FOR INSERT TO doudi_api WITH CHECK (within_scope(division));
CREATE POLICY held ON "case" FOR UPDATE TO doudi_api USING (within_scope(division)) WITH CHECK (within_scope(division));

-- ── tables that hang on a case: seen with it (the inner select is under the case's own policy) ─────────────────────
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['case_member', 'case_event', 'case_input', 'fact', 'relative_declaration', 'assessment', 'decision',
    'entitlement', 'deadline', 'matter', 'letter', 'document'] LOOP
    EXECUTE format('CREATE POLICY of_case ON %1$I TO doudi_api USING (EXISTS (SELECT FROM "case" c WHERE c.id = %1$I.case_id))', name);
  END LOOP;
END $$;
CREATE POLICY of_entitlement ON entitlement_component TO doudi_api
  USING (EXISTS (SELECT FROM entitlement e WHERE e.id = entitlement_component.entitlement_id));
CREATE POLICY of_job ON import_error TO doudi_api USING (EXISTS (SELECT FROM import_job j WHERE j.id = import_error.job_id));

-- ── households and persons: seen by the office of the household, and with any case that has them ───────────────────
CREATE POLICY seen ON household FOR SELECT TO doudi_api
  USING (within_scope(division) OR EXISTS (SELECT FROM "case" c WHERE c.household_id = household.id));
CREATE POLICY filed ON household FOR INSERT TO doudi_api WITH CHECK (within_scope(division));
CREATE POLICY held ON household FOR UPDATE TO doudi_api USING (within_scope(division)) WITH CHECK (within_scope(division));
CREATE POLICY of_household ON membership TO doudi_api
  USING (EXISTS (SELECT FROM household h WHERE h.id = membership.household_id));
CREATE POLICY seen ON person TO doudi_api
  USING (
    within_scope(declared_in)
    OR EXISTS (SELECT FROM case_member m WHERE m.person_id = person.id)
    OR EXISTS (SELECT FROM membership m WHERE m.person_id = person.id)
  );

-- ── the switch, and the worker, who serves every office ────────────────────────────────────────────────────────────
DO $$
DECLARE
  name text;
BEGIN
  FOR name IN SELECT DISTINCT tablename FROM pg_policies WHERE schemaname = current_schema() LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY everything ON %I TO doudi_worker USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
