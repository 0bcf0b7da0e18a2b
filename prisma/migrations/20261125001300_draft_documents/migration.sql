-- Photos, scans and signatures of an application that is still being written. They become documents of the case in the
-- transaction that makes it one. No foreign key: what a removed draft leaves behind still names its file, until a sweeper
-- has taken the file away.
CREATE TABLE draft_document (
  id UUID NOT NULL CONSTRAINT draft_document_pkey PRIMARY KEY,
  draft_id UUID NOT NULL,
  division TEXT NOT NULL,
  member_ref TEXT,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  mime TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  storage_key TEXT NOT NULL,
  uploaded_at TIMESTAMPTZ(3) NOT NULL,
  uploaded_by UUID NOT NULL
);
CREATE INDEX draft_document_draft_id_idx ON draft_document (draft_id);
GRANT SELECT, INSERT, DELETE ON draft_document TO doudi_api;
GRANT SELECT, INSERT, DELETE ON draft_document TO doudi_worker;
ALTER TABLE draft_document ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON draft_document TO doudi_api USING (within_scope(division)) WITH CHECK (within_scope(division));
CREATE POLICY everything ON draft_document TO doudi_worker USING (true) WITH CHECK (true);
