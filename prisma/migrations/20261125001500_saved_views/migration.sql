-- Named filters of an officer: theirs alone, whatever office they act for.
CREATE TABLE saved_view (
  id UUID NOT NULL CONSTRAINT saved_view_pkey PRIMARY KEY,
  staff_id UUID NOT NULL,
  list TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  filters JSONB NOT NULL,
  columns TEXT[],
  created_at TIMESTAMPTZ(3) NOT NULL,
  updated_at TIMESTAMPTZ(3) NOT NULL
);
CREATE UNIQUE INDEX saved_view_staff_id_list_name_key ON saved_view (staff_id, list, name);
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO doudi_api;
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON saved_view TO doudi_api
  USING (staff_id::text = nullif(current_setting('app.staff', true), ''))
  WITH CHECK (staff_id::text = nullif(current_setting('app.staff', true), ''));

-- ── the work queue: an office's or a person's open work, most urgent first; what has no limit comes last ──────────
CREATE INDEX work_item_queue ON work_item (division, role, (coalesce(due_at, 'infinity'::timestamptz)), id) WHERE done_at IS NULL;
CREATE INDEX work_item_queue_below ON work_item ((coalesce(due_at, 'infinity'::timestamptz)), id) WHERE done_at IS NULL;
CREATE INDEX work_item_queue_since ON work_item (created_at, id) WHERE done_at IS NULL;
-- Limits that end by themselves: what an office waits for without anybody having to act.
CREATE INDEX deadline_clock ON deadline (case_id, due_at) WHERE state = 'running' AND owner = 'stage'
  AND kind IN ('publicNotice', 'supplement', 'gradualExit', 'suit');

-- ── case lists by filter, newest first ─────────────────────────────────────────────────────────────────────────────
CREATE INDEX case_stage_by_submission ON "case" (stage, submitted_at, id);
CREATE INDEX case_place_by_submission ON "case" (left(division, 9), submitted_at, id);
CREATE INDEX matter_open_by_kind ON matter (kind, case_id) WHERE closed_at IS NULL;
