-- An agreement on paying back can be made anew while it is kept: the new one replaces the one in force with its approval, what
-- came in under the old one stays its own, and what lists in hand withhold passes over as far as the new one allows.
ALTER TABLE recovery_plan
  ADD COLUMN replaces uuid,
  -- What of the debt had been made good, by money or by decision, when the agreement was drawn up over the rest.
  ADD COLUMN covered_before_fen bigint NOT NULL DEFAULT 0,
  ADD CONSTRAINT recovery_plan_covered CHECK (covered_before_fen >= 0),
  ADD CONSTRAINT recovery_plan_of_recovery UNIQUE (id, recovery_id),
  ADD CONSTRAINT recovery_plan_replaces FOREIGN KEY (replaces, recovery_id) REFERENCES recovery_plan (id, recovery_id),
  DROP CONSTRAINT recovery_plan_state_check,
  ADD CONSTRAINT recovery_plan_state_check CHECK (state IN ('proposed', 'approved', 'rejected', 'lapsed', 'replaced'));
CREATE INDEX "recovery_plan_replaces_idx" ON "recovery_plan"("replaces");
DROP INDEX recovery_plan_in_force;
CREATE UNIQUE INDEX recovery_plan_in_force ON recovery_plan (recovery_id) WHERE state = 'approved';
CREATE UNIQUE INDEX recovery_plan_proposed ON recovery_plan (recovery_id) WHERE state = 'proposed';

CREATE FUNCTION recovery_covered(of_recovery uuid, until_instant timestamptz DEFAULT 'infinity') RETURNS bigint LANGUAGE sql STABLE
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(sum(CASE kind WHEN 'deductionUndone' THEN -fen ELSE fen END), 0)::bigint FROM recovery_entry
  WHERE recovery_id = of_recovery AND at < until_instant
$$;
REVOKE ALL ON FUNCTION recovery_covered(uuid, timestamptz) FROM PUBLIC;

DROP TRIGGER append_only ON recovery_plan;
UPDATE recovery_plan SET covered_before_fen = greatest(0, recovery_covered(recovery_id, created_at));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON recovery_plan FOR EACH ROW
  EXECUTE FUNCTION append_only('state', 'checker_id', 'checked_at', 'revoked_at', 'revoked_by', 'revocation_id');

-- Told by the entries themselves, with the recovery held, and by nobody else: answers of banks come in beside.
CREATE FUNCTION note_covered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM recovery WHERE id = new.recovery_id FOR UPDATE;
  new.covered_before_fen := recovery_covered(new.recovery_id);
  RETURN new;
END $$;
CREATE TRIGGER note_covered BEFORE INSERT ON recovery_plan FOR EACH ROW EXECUTE FUNCTION note_covered();

CREATE TRIGGER plan_goes_on BEFORE UPDATE OF state ON recovery_plan FOR EACH ROW
  WHEN (old.state <> new.state AND (old.state, new.state) NOT IN (('proposed', 'approved'), ('proposed', 'rejected'), ('proposed', 'lapsed'),
    ('rejected', 'lapsed'), ('approved', 'replaced')))
  EXECUTE FUNCTION movements_decided_once();

-- No agreement ends but by the approval of the one that names it.
CREATE FUNCTION plan_is_replaced() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM recovery_plan p WHERE p.replaces = new.id AND p.state IN ('approved', 'replaced')) THEN
    RAISE EXCEPTION 'recovery: an agreement is replaced by another one alone' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER plan_is_replaced AFTER UPDATE ON recovery_plan DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (old.state <> 'replaced' AND new.state = 'replaced') EXECUTE FUNCTION plan_is_replaced();

-- Nobody is reminded of instalments of an agreement that another has replaced.
CREATE FUNCTION end_reminders() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE work_item w SET done_at = new.checked_at FROM recovery r
    WHERE r.id = new.recovery_id AND w.case_id = r.case_id AND w.kind = 'reminder' AND starts_with(w.owner, 'recovery/' || r.id || '/')
      AND w.done_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER end_reminders AFTER UPDATE ON recovery_plan FOR EACH ROW
  WHEN (old.state <> 'approved' AND new.state = 'approved' AND new.replaces IS NOT NULL) EXECUTE FUNCTION end_reminders();

-- Where nothing is outstanding any more, what was proposed meanwhile is void.
CREATE FUNCTION lapse_proposals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE recovery_plan SET state = 'lapsed' WHERE recovery_id = new.id AND state = 'proposed';
  RETURN NULL;
END $$;
CREATE TRIGGER lapse_proposals AFTER UPDATE OF state ON recovery FOR EACH ROW
  WHEN (old.state <> new.state AND new.state IN ('settled', 'dismissed')) EXECUTE FUNCTION lapse_proposals();

-- As before; `beside`: a second task of the same recovery, with an owner of its own. One that is over leaves none of them.
DROP FUNCTION give_recovery_task(uuid, text, text, text, timestamptz);
CREATE FUNCTION give_recovery_task(of_recovery uuid, for_role text, office text, says text, from_instant timestamptz, beside text DEFAULT '')
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE work_item w SET done_at = from_instant FROM recovery r
    WHERE r.id = of_recovery AND w.case_id = r.case_id AND w.done_at IS NULL AND (w.owner = 'recovery/' || r.id || beside
      OR for_role IS NULL AND beside = '' AND starts_with(w.owner, 'recovery/' || r.id || '/'));
  IF for_role IS NOT NULL THEN
    INSERT INTO work_item (id, case_id, owner, kind, role, division, level, sentence, created_at)
      SELECT gen_random_uuid(), r.case_id, 'recovery/' || r.id || beside, 'task', for_role, office, 0, says, from_instant FROM recovery r
      WHERE r.id = of_recovery;
  END IF;
END $$;
REVOKE ALL ON FUNCTION give_recovery_task(uuid, text, text, text, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION give_recovery_task(uuid, text, text, text, timestamptz, text) TO doudi_api, doudi_worker;
