-- Proof of payments: notices to households, the public list of a month, the disclosure table, monthly dynamics, recovery.

-- ── notices to households ──────────────────────────────────────────────────────────────────────────────────────────
-- One notice for a line and outcome, ever: whoever writes it first.
CREATE TABLE payment_notice (
  line_id bigint NOT NULL REFERENCES payment_line (id),
  outcome text NOT NULL CHECK (outcome IN ('paid', 'failed')),
  letter_id uuid NOT NULL UNIQUE,
  created_at timestamptz(3) NOT NULL,
  PRIMARY KEY (line_id, outcome)
);

-- What was paid or failed is told through the outbox, in the transaction that wrote it.
CREATE FUNCTION tell_of_outcomes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  SET enable_nestloop = off AS $$
BEGIN
  INSERT INTO outbox (kind, payload)
    SELECT 'payment-notice', jsonb_build_object('runId', n.run_id) FROM changed n JOIN former o ON o.id = n.id
    WHERE n.state <> o.state AND n.state IN ('paid', 'failed') GROUP BY n.run_id;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_of_outcomes AFTER UPDATE ON payment_line REFERENCING OLD TABLE AS former NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_outcomes();

-- ── the public list of a month ─────────────────────────────────────────────────────────────────────────────────────
-- Name, number of members and amount; nothing else leaves the function. Paid lines alone.
CREATE FUNCTION public_payments(place text, of_month text, most int, after int)
  RETURNS TABLE (programme text, division text, applicant text, people int, fen bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.programme, c.division, name_for_the_board(c), max(l.member_count), sum(l.fen)::bigint
    FROM payment_run r JOIN payment_line l ON l.run_id = r.id JOIN "case" c ON c.id = l.case_id
    WHERE r.month = of_month AND r.county = left(place, 6) AND l.state = 'paid'
      AND l.township >= left(place, 9) AND l.township < left(place, 9) || ':'
      AND (length(place) < 12 OR c.division = place)
    GROUP BY c.id ORDER BY c.division, c.submitted_at, c.id LIMIT most OFFSET after
  $$;
-- The months of which a county has lists with money that arrived, the newest first.
CREATE FUNCTION public_payment_months(place text) RETURNS TABLE (month text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT r.month FROM payment_run r
    WHERE r.county = left(place, 6) AND EXISTS (SELECT FROM payment_line l WHERE l.run_id = r.id AND l.state = 'paid')
    ORDER BY r.month DESC LIMIT 12
  $$;
REVOKE ALL ON FUNCTION public_payments(text, text, int, int), public_payment_months(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public_payments(text, text, int, int), public_payment_months(text) TO doudi_api;
CREATE INDEX payment_run_county_month ON payment_run (county, month);

-- ── the disclosure table of a month ────────────────────────────────────────────────────────────────────────────────
CREATE TABLE disclosure (
  id uuid PRIMARY KEY,
  county text COLLATE "C" NOT NULL,
  month text NOT NULL CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  item text NOT NULL CHECK (item IN ('benefit', 'priceLinkage', 'oneOff')),
  version integer NOT NULL CHECK (version > 0),
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'published', 'rejected')),
  reason text,
  households integer NOT NULL CHECK (households >= 0),
  persons integer NOT NULL CHECK (persons >= households),
  person_times integer NOT NULL CHECK (person_times >= persons),
  fen bigint NOT NULL CHECK (fen >= 0),
  year_person_times integer NOT NULL CHECK (year_person_times >= person_times),
  year_fen bigint NOT NULL CHECK (year_fen >= fen),
  maker_id uuid NOT NULL,
  checker_id uuid,
  created_at timestamptz(3) NOT NULL,
  checked_at timestamptz(3),
  CONSTRAINT disclosure_corrected_with_reason CHECK (version = 1 OR reason IS NOT NULL),
  CONSTRAINT disclosure_two_hands CHECK (checker_id <> maker_id),
  CONSTRAINT disclosure_checked CHECK ((state = 'proposed') = (checker_id IS NULL))
);
CREATE UNIQUE INDEX disclosure_county_month_item_version_key ON disclosure (county, month, item, version);
CREATE UNIQUE INDEX disclosure_one_proposal ON disclosure (county, month, item) WHERE state = 'proposed';

CREATE TABLE disclosure_row (
  disclosure_id uuid NOT NULL REFERENCES disclosure (id),
  township text COLLATE "C" NOT NULL,
  programme text NOT NULL,
  class text NOT NULL,
  households integer NOT NULL CHECK (households >= 0),
  persons integer NOT NULL CHECK (persons >= households),
  person_times integer NOT NULL CHECK (person_times >= persons),
  fen bigint NOT NULL CHECK (fen >= 0),
  year_person_times integer NOT NULL CHECK (year_person_times >= 0),
  year_fen bigint NOT NULL CHECK (year_fen >= 0),
  PRIMARY KEY (disclosure_id, township, programme, class)
);

-- What stands paid in the ledger for the lists of some months of a county.
CREATE FUNCTION ledger_paid(of_county text, of_item text, from_month text, to_month text) RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(sum(CASE WHEN t.debit = 'paid' THEN t.fen ELSE -t.fen END), 0)::bigint
    FROM payment_run r JOIN ledger_transfer t ON t.run_id = r.id JOIN payment_line l ON l.id = t.line_id
    WHERE r.county = of_county AND r.month BETWEEN from_month AND to_month AND (t.debit = 'paid' OR t.credit = 'paid')
      AND CASE WHEN l.kind IN ('regular', 'difference') THEN 'benefit' ELSE l.kind END = of_item
  $$;

-- A table whose parts do not sum to its totals, or whose money is not the ledger's, cannot be published.
CREATE FUNCTION disclosure_is_true() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  parts record;
BEGIN
  IF old.state <> 'proposed' THEN
    RAISE EXCEPTION 'disclosure: decided already' USING ERRCODE = 'check_violation';
  END IF;
  IF new.state <> 'published' THEN
    RETURN new;
  END IF;
  SELECT coalesce(sum(households), 0) households, coalesce(sum(persons), 0) persons, coalesce(sum(person_times), 0) person_times,
    coalesce(sum(fen), 0) fen, coalesce(sum(year_person_times), 0) year_person_times, coalesce(sum(year_fen), 0) year_fen
    INTO parts FROM disclosure_row WHERE disclosure_id = new.id;
  IF (parts.households, parts.persons, parts.person_times, parts.fen, parts.year_person_times, parts.year_fen)
    IS DISTINCT FROM (new.households::bigint, new.persons::bigint, new.person_times::bigint, new.fen::numeric, new.year_person_times::bigint, new.year_fen::numeric) THEN
    RAISE EXCEPTION 'disclosure: the parts do not sum to the totals' USING ERRCODE = 'check_violation';
  END IF;
  IF new.fen <> ledger_paid(new.county, new.item, new.month, new.month)
    OR new.year_fen <> ledger_paid(new.county, new.item, left(new.month, 4) || '-01', new.month) THEN
    RAISE EXCEPTION 'disclosure: the money is not what the ledger says' USING ERRCODE = 'check_violation';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER disclosure_is_true BEFORE UPDATE ON disclosure FOR EACH ROW EXECUTE FUNCTION disclosure_is_true();
CREATE FUNCTION disclosure_begins_proposed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.state <> 'proposed' THEN
    RAISE EXCEPTION 'a disclosure begins as a proposal' USING ERRCODE = 'check_violation';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER begins_proposed BEFORE INSERT ON disclosure FOR EACH ROW EXECUTE FUNCTION disclosure_begins_proposed();
CREATE FUNCTION disclosure_takes_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM disclosure d WHERE d.id = new.disclosure_id AND d.state = 'proposed' AND starts_with(new.township, d.county)) THEN
    RAISE EXCEPTION 'a row belongs to a proposal of its county' USING ERRCODE = 'check_violation';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER takes_rows BEFORE INSERT ON disclosure_row FOR EACH ROW EXECUTE FUNCTION disclosure_takes_rows();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON disclosure FOR EACH ROW EXECUTE FUNCTION append_only('state', 'checker_id', 'checked_at');
GRANT SELECT, INSERT ON disclosure, disclosure_row TO doudi_api;
GRANT SELECT, INSERT ON disclosure, disclosure_row TO doudi_worker;
GRANT UPDATE (state, checker_id, checked_at) ON disclosure TO doudi_api;
REVOKE ALL ON FUNCTION ledger_paid(text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger_paid(text, text, text, text) TO doudi_api, doudi_worker;
CREATE POLICY of_county ON disclosure TO doudi_api USING (of_my_county(county)) WITH CHECK (within_scope(county));
CREATE POLICY of_disclosure ON disclosure_row TO doudi_api USING (EXISTS (SELECT FROM disclosure d WHERE d.id = disclosure_row.disclosure_id));

-- ── monthly dynamics ───────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE dynamics_list (
  id uuid PRIMARY KEY,
  township text COLLATE "C" NOT NULL,
  month text NOT NULL CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  opened_on text NOT NULL,
  due_on text NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'submitted', 'signed')),
  version integer NOT NULL DEFAULT 0,
  submitted_by uuid,
  submitted_at timestamptz(3),
  signed_by uuid,
  signed_at timestamptz(3),
  level integer NOT NULL DEFAULT 0,
  CONSTRAINT dynamics_list_two_hands CHECK (signed_by <> submitted_by),
  CONSTRAINT dynamics_list_signed CHECK ((state = 'signed') = (signed_by IS NOT NULL))
);
CREATE UNIQUE INDEX dynamics_list_township_month_key ON dynamics_list (township, month);

CREATE TABLE dynamics_item (
  id uuid PRIMARY KEY,
  list_id uuid NOT NULL REFERENCES dynamics_list (id),
  case_id uuid NOT NULL REFERENCES "case" (id),
  person_id uuid,
  kind text NOT NULL,
  on_date text NOT NULL,
  decision text CHECK (decision IN ('noChange', 'matter', 'note')),
  note text,
  matter_kind text,
  matter_id uuid,
  decided_by uuid,
  decided_at timestamptz(3),
  CONSTRAINT dynamics_item_decided CHECK ((decision IS NULL) = (decided_by IS NULL)),
  CONSTRAINT dynamics_item_noted CHECK (decision IS DISTINCT FROM 'note' OR note IS NOT NULL),
  CONSTRAINT dynamics_item_matter CHECK ((decision = 'matter') = (matter_id IS NOT NULL))
);
CREATE UNIQUE INDEX dynamics_item_once ON dynamics_item (list_id, case_id, kind, coalesce(person_id, case_id));
CREATE INDEX dynamics_item_case_id_idx ON dynamics_item (case_id);

-- Who signs has decided nothing in the list, everything in it is decided, and what is signed stays.
CREATE FUNCTION dynamics_is_signed_by_another() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF old.state = 'signed' AND to_jsonb(old) - 'level' <> to_jsonb(new) - 'level' THEN
    RAISE EXCEPTION 'dynamics: a signed list stays as it is' USING ERRCODE = 'check_violation';
  END IF;
  IF new.state <> 'open' AND EXISTS (SELECT FROM dynamics_item WHERE list_id = new.id AND decision IS NULL) THEN
    RAISE EXCEPTION 'dynamics: items are undecided' USING ERRCODE = 'check_violation';
  END IF;
  IF new.state = 'signed' AND EXISTS (SELECT FROM dynamics_item WHERE list_id = new.id AND decided_by = new.signed_by) THEN
    RAISE EXCEPTION 'dynamics: another person signs' USING ERRCODE = 'check_violation';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER signed_by_another BEFORE UPDATE ON dynamics_list FOR EACH ROW EXECUTE FUNCTION dynamics_is_signed_by_another();
CREATE FUNCTION dynamics_items_of_open_lists() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM dynamics_list WHERE id = new.list_id AND state <> 'open') THEN
    RAISE EXCEPTION 'dynamics: the list is submitted' USING ERRCODE = 'check_violation';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER of_open_lists BEFORE INSERT OR UPDATE ON dynamics_item FOR EACH ROW EXECUTE FUNCTION dynamics_items_of_open_lists();
GRANT SELECT ON dynamics_list, dynamics_item TO doudi_api, doudi_worker;
GRANT INSERT ON dynamics_list, dynamics_item TO doudi_worker;
GRANT UPDATE (state, version, submitted_by, submitted_at, signed_by, signed_at) ON dynamics_list TO doudi_api;
GRANT UPDATE (level) ON dynamics_list TO doudi_worker;
GRANT UPDATE (decision, note, matter_kind, matter_id, decided_by, decided_at) ON dynamics_item TO doudi_api;
CREATE POLICY own ON dynamics_list TO doudi_api USING (within_scope(township));
CREATE POLICY of_list ON dynamics_item TO doudi_api USING (EXISTS (SELECT FROM dynamics_list l WHERE l.id = dynamics_item.list_id));

-- ── recovery ───────────────────────────────────────────────────────────────────────────────────────────────────────
-- overpaid = recovered + written off + outstanding: kept by the triggers below, and checked in every row.
CREATE TABLE recovery (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES "case" (id),
  township text COLLATE "C" NOT NULL,
  programme text NOT NULL,
  applicant_name text NOT NULL,
  cause text NOT NULL,
  fault text NOT NULL DEFAULT 'unknown' CHECK (fault IN ('unknown', 'office', 'household', 'fraud')),
  state text NOT NULL,
  version integer NOT NULL DEFAULT 0,
  overpaid_fen bigint NOT NULL DEFAULT 0 CHECK (overpaid_fen >= 0),
  recovered_fen bigint NOT NULL DEFAULT 0 CHECK (recovered_fen >= 0),
  written_off_fen bigint NOT NULL DEFAULT 0 CHECK (written_off_fen >= 0),
  outstanding_fen bigint NOT NULL DEFAULT 0 CHECK (outstanding_fen >= 0),
  opened_on text NOT NULL,
  settled_on text,
  CONSTRAINT recovery_balances CHECK (overpaid_fen = recovered_fen + written_off_fen + outstanding_fen)
);
CREATE INDEX recovery_case_id_idx ON recovery (case_id);
CREATE INDEX recovery_township_idx ON recovery (township, id);
CREATE UNIQUE INDEX recovery_one_open ON recovery (case_id) WHERE state NOT IN ('settled', 'dismissed');

-- A month of a household is claimed once; what turns out later to be more comes as a further round.
CREATE TABLE recovery_month (
  recovery_id uuid NOT NULL REFERENCES recovery (id),
  case_id uuid NOT NULL REFERENCES "case" (id),
  month text NOT NULL CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  round integer NOT NULL,
  paid_fen bigint NOT NULL,
  due_fen bigint NOT NULL,
  fen bigint NOT NULL CHECK (fen > 0 AND fen <= paid_fen - due_fen),
  found_at timestamptz(3) NOT NULL,
  PRIMARY KEY (case_id, month, round)
);
CREATE INDEX recovery_month_recovery_id_idx ON recovery_month (recovery_id);

CREATE TABLE recovery_plan (
  id uuid PRIMARY KEY,
  recovery_id uuid NOT NULL REFERENCES recovery (id),
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'approved', 'rejected')),
  agreement_id uuid NOT NULL REFERENCES document (id),
  deduction_fen bigint CHECK (deduction_fen > 0),
  consent_id uuid REFERENCES document (id),
  maker_id uuid NOT NULL,
  checker_id uuid,
  created_at timestamptz(3) NOT NULL,
  checked_at timestamptz(3),
  -- No deduction from a current benefit without the household's written consent.
  CONSTRAINT recovery_plan_consent CHECK (deduction_fen IS NULL OR consent_id IS NOT NULL),
  CONSTRAINT recovery_plan_two_hands CHECK (checker_id <> maker_id)
);
CREATE INDEX recovery_plan_recovery_id_idx ON recovery_plan (recovery_id);
CREATE UNIQUE INDEX recovery_plan_in_force ON recovery_plan (recovery_id) WHERE state <> 'rejected';

CREATE TABLE recovery_instalment (
  plan_id uuid NOT NULL REFERENCES recovery_plan (id),
  number integer NOT NULL,
  due_on text NOT NULL,
  fen bigint NOT NULL CHECK (fen > 0),
  reminded_on text,
  PRIMARY KEY (plan_id, number)
);

CREATE TABLE recovery_write_off (
  id uuid PRIMARY KEY,
  recovery_id uuid NOT NULL REFERENCES recovery (id),
  kind text NOT NULL CHECK (kind IN ('writeOff', 'withdrawal')),
  fen bigint NOT NULL CHECK (fen > 0),
  reason text NOT NULL,
  level text NOT NULL CHECK (level IN ('county', 'prefecture')),
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'approved', 'rejected')),
  maker_id uuid NOT NULL,
  checker_id uuid,
  created_at timestamptz(3) NOT NULL,
  checked_at timestamptz(3),
  CONSTRAINT recovery_write_off_two_hands CHECK (checker_id <> maker_id)
);
CREATE UNIQUE INDEX recovery_write_off_one_proposal ON recovery_write_off (recovery_id) WHERE state = 'proposed';

CREATE TABLE recovery_entry (
  id uuid PRIMARY KEY,
  recovery_id uuid NOT NULL REFERENCES recovery (id),
  kind text NOT NULL CHECK (kind IN ('bankReturn', 'repayment', 'deduction', 'writeOff', 'withdrawal')),
  fen bigint NOT NULL CHECK (fen > 0),
  on_date text NOT NULL,
  month text CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  decision_id uuid REFERENCES recovery_write_off (id),
  document_id uuid REFERENCES document (id),
  at timestamptz(3) NOT NULL,
  actor_id uuid,
  CONSTRAINT recovery_entry_decided CHECK ((kind IN ('writeOff', 'withdrawal')) = (decision_id IS NOT NULL)),
  CONSTRAINT recovery_entry_month CHECK ((kind = 'deduction') = (month IS NOT NULL))
);
CREATE INDEX recovery_entry_recovery_id_idx ON recovery_entry (recovery_id);
CREATE UNIQUE INDEX recovery_entry_decision ON recovery_entry (decision_id) WHERE decision_id IS NOT NULL;
CREATE UNIQUE INDEX recovery_entry_deduction ON recovery_entry (recovery_id, month) WHERE kind = 'deduction';

CREATE TABLE recovery_event (
  recovery_id uuid NOT NULL REFERENCES recovery (id),
  sequence integer NOT NULL,
  at timestamptz(3) NOT NULL,
  action text NOT NULL,
  state text NOT NULL,
  actor_id uuid,
  role text NOT NULL,
  note text,
  PRIMARY KEY (recovery_id, sequence)
);

ALTER TABLE ledger_transfer ADD COLUMN recovery_id uuid;
CREATE INDEX ledger_transfer_recovery_id_idx ON ledger_transfer (recovery_id) WHERE recovery_id IS NOT NULL;

CREATE FUNCTION book_overpaid() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO ledger_transfer (at, debit, credit, fen, case_id, month, county, township, programme, reason, recovery_id)
    SELECT c.found_at, 'outstanding', 'overpaid', c.fen, c.case_id, c.month, left(r.township, 6), r.township, r.programme, r.cause, r.id
    FROM changed c JOIN recovery r ON r.id = c.recovery_id;
  UPDATE recovery r SET overpaid_fen = r.overpaid_fen + s.fen, outstanding_fen = r.outstanding_fen + s.fen
    FROM (SELECT recovery_id, sum(fen)::bigint fen FROM changed GROUP BY 1) s WHERE s.recovery_id = r.id;
  RETURN NULL;
END $$;
CREATE TRIGGER book_overpaid AFTER INSERT ON recovery_month REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION book_overpaid();

CREATE FUNCTION recovery_account(entry_kind text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE entry_kind WHEN 'writeOff' THEN 'writtenOff' WHEN 'withdrawal' THEN 'overpaid' ELSE 'recovered' END;

CREATE FUNCTION book_recovered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM changed c WHERE c.kind = 'deduction' AND NOT EXISTS (
      SELECT FROM recovery_plan p WHERE p.recovery_id = c.recovery_id AND p.state = 'approved' AND p.consent_id IS NOT NULL
        AND c.fen <= p.deduction_fen)) THEN
    RAISE EXCEPTION 'recovery: no deduction without written consent, nor beyond it' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM changed c WHERE c.decision_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM recovery_write_off w WHERE w.id = c.decision_id AND w.recovery_id = c.recovery_id AND w.state = 'approved'
        AND (w.kind, w.fen) = (c.kind, c.fen))) THEN
    RAISE EXCEPTION 'recovery: written off by decision alone' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO ledger_transfer (at, debit, credit, fen, case_id, month, county, township, programme, reason, actor_id, recovery_id)
    SELECT c.at, recovery_account(c.kind), 'outstanding', c.fen, r.case_id, left(c.on_date, 7), left(r.township, 6), r.township, r.programme,
      c.kind, c.actor_id, r.id
    FROM changed c JOIN recovery r ON r.id = c.recovery_id;
  UPDATE recovery r SET outstanding_fen = r.outstanding_fen - s.fen, recovered_fen = r.recovered_fen + s.recovered,
      written_off_fen = r.written_off_fen + s.written_off, overpaid_fen = r.overpaid_fen - s.withdrawn
    FROM (SELECT recovery_id, sum(fen)::bigint fen,
        coalesce(sum(fen) FILTER (WHERE recovery_account(kind) = 'recovered'), 0)::bigint recovered,
        coalesce(sum(fen) FILTER (WHERE kind = 'writeOff'), 0)::bigint written_off,
        coalesce(sum(fen) FILTER (WHERE kind = 'withdrawal'), 0)::bigint withdrawn
      FROM changed GROUP BY 1) s WHERE s.recovery_id = r.id;
  RETURN NULL;
END $$;
CREATE TRIGGER book_recovered AFTER INSERT ON recovery_entry REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION book_recovered();

-- The sums of a recovery come from its months and entries alone.
CREATE FUNCTION recovery_begins_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (new.overpaid_fen, new.recovered_fen, new.written_off_fen, new.outstanding_fen) <> (0, 0, 0, 0) THEN
    RAISE EXCEPTION 'a recovery begins without money' USING ERRCODE = 'check_violation';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER begins_empty BEFORE INSERT ON recovery FOR EACH ROW EXECUTE FUNCTION recovery_begins_empty();

GRANT SELECT, INSERT ON recovery, recovery_month, recovery_plan, recovery_instalment, recovery_write_off, recovery_entry, recovery_event
  TO doudi_worker;
GRANT UPDATE (state, version) ON recovery TO doudi_worker;
GRANT UPDATE (reminded_on) ON recovery_instalment TO doudi_worker;
GRANT SELECT ON recovery, recovery_month TO doudi_api;
GRANT SELECT, INSERT ON recovery_plan, recovery_instalment, recovery_write_off, recovery_entry, recovery_event TO doudi_api;
GRANT UPDATE (cause, fault, state, version, settled_on) ON recovery TO doudi_api;
GRANT UPDATE (state, checker_id, checked_at) ON recovery_plan, recovery_write_off TO doudi_api;
-- Whose turn it is in a recovery is a task on the case: the step of one office ends its own and gives the next to another,
-- which it may not see.
CREATE FUNCTION give_recovery_task(of_recovery uuid, for_role text, office text, says text, from_instant timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE work_item w SET done_at = from_instant FROM recovery r
    WHERE r.id = of_recovery AND w.case_id = r.case_id AND w.owner = 'recovery/' || r.id AND w.done_at IS NULL;
  IF for_role IS NOT NULL THEN
    INSERT INTO work_item (id, case_id, owner, kind, role, division, level, sentence, created_at)
      SELECT gen_random_uuid(), r.case_id, 'recovery/' || r.id, 'task', for_role, office, 0, says, from_instant FROM recovery r
      WHERE r.id = of_recovery;
  END IF;
END $$;
REVOKE ALL ON FUNCTION give_recovery_task(uuid, text, text, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION give_recovery_task(uuid, text, text, text, timestamptz) TO doudi_api, doudi_worker;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON recovery_plan FOR EACH ROW EXECUTE FUNCTION append_only('state', 'checker_id', 'checked_at');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON recovery_write_off FOR EACH ROW EXECUTE FUNCTION append_only('state', 'checker_id', 'checked_at');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON recovery_instalment FOR EACH ROW EXECUTE FUNCTION append_only('reminded_on');
CREATE POLICY own ON recovery TO doudi_api USING (within_scope(township));

GRANT SELECT, INSERT ON payment_notice TO doudi_worker;
GRANT SELECT ON payment_notice TO doudi_api;
CREATE POLICY of_line ON payment_notice TO doudi_api USING (EXISTS (SELECT FROM payment_line l WHERE l.id = payment_notice.line_id));

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['payment_notice', 'disclosure_row', 'recovery_month', 'recovery_entry', 'recovery_event'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION append_only()', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['payment_notice', 'disclosure', 'disclosure_row', 'recovery_plan', 'recovery_write_off', 'recovery_instalment',
    'recovery_month', 'recovery_entry', 'recovery_event'] LOOP
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION append_only()', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['recovery_month', 'recovery_plan', 'recovery_write_off', 'recovery_entry', 'recovery_event'] LOOP
    EXECUTE format('CREATE POLICY of_recovery ON %1$I TO doudi_api USING (EXISTS (SELECT FROM recovery r WHERE r.id = %1$I.recovery_id))', name);
  END LOOP;
  CREATE POLICY of_plan ON recovery_instalment TO doudi_api USING (EXISTS (SELECT FROM recovery_plan p WHERE p.id = recovery_instalment.plan_id));
  FOREACH name IN ARRAY ARRAY['payment_notice', 'disclosure', 'disclosure_row', 'dynamics_list', 'dynamics_item', 'recovery', 'recovery_month',
    'recovery_plan', 'recovery_instalment', 'recovery_write_off', 'recovery_entry', 'recovery_event'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY everything ON %I TO doudi_worker USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
