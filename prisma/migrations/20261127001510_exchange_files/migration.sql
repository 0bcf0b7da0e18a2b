-- Receipts and lists of the systems above are taken in as files and read by the worker: a county's has tens of thousands of
-- rows, more than a request may take. The file has the id of the receipt or list that comes of it.
CREATE TABLE "exchange_file" (
    "id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "package_id" UUID,
    "county" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on_date" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "problem" TEXT,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_by" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "exchange_file_pkey" PRIMARY KEY ("id")
);
ALTER TABLE exchange_file ALTER COLUMN county TYPE text COLLATE "C", ALTER COLUMN office TYPE text COLLATE "C",
  ADD CONSTRAINT exchange_file_what CHECK (what IN ('receipt', 'snapshot') AND (what = 'receipt') = (package_id IS NOT NULL)),
  ADD CONSTRAINT exchange_file_state CHECK (state IN ('waiting', 'done', 'failed') AND (state = 'failed') = (problem IS NOT NULL)),
  ADD CONSTRAINT exchange_file_rows CHECK (done BETWEEN 0 AND total),
  ADD CONSTRAINT exchange_file_package FOREIGN KEY (package_id) REFERENCES exchange_package (id);
CREATE INDEX "exchange_file_county_taken_at_idx" ON "exchange_file"("county", "taken_at");
CREATE INDEX exchange_file_waiting ON exchange_file (taken_at) WHERE state = 'waiting';
-- The same file again is the same one, unless it could not be read.
CREATE UNIQUE INDEX exchange_file_once ON exchange_file (what, package_id, county, kind, sha256) NULLS NOT DISTINCT WHERE state <> 'failed';

INSERT INTO exchange_file (id, what, package_id, county, office, kind, on_date, name, sha256, storage_key, total, done, state, taken_at, taken_by, ended_at)
  SELECT r.id, 'receipt', r.package_id, r.county, r.office, p.kind, to_char(r.received_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'), r.name, r.sha256,
    r.storage_key, n.total, n.total, 'done', r.received_at, r.received_by, r.received_at
  FROM exchange_receipt r JOIN exchange_package p ON p.id = r.package_id
  CROSS JOIN LATERAL (SELECT r.accepted + r.rejected + r.repeated + r.unknown + r.conflicting + r.malformed AS total) n
  WHERE r.source = 'file' AND r.storage_key IS NOT NULL
  UNION ALL
  SELECT s.id, 'snapshot', NULL, s.county, s.county, s.kind, s.on_date, s.name, s.sha256, s.storage_key, s.lines, s.lines, 'done', s.taken_at, s.taken_by, s.taken_at
  FROM exchange_snapshot s;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON exchange_file FOR EACH ROW EXECUTE FUNCTION append_only('done', 'state', 'problem', 'ended_at');
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON exchange_file FOR EACH STATEMENT EXECUTE FUNCTION append_only();
GRANT SELECT, INSERT ON exchange_file TO doudi_api, doudi_worker;
GRANT UPDATE (done, state, problem, ended_at) ON exchange_file TO doudi_worker;
ALTER TABLE exchange_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY everything ON exchange_file TO doudi_worker USING (true) WITH CHECK (true);
CREATE POLICY seen ON exchange_file FOR SELECT TO doudi_api USING (within_scope(office));
CREATE POLICY taken ON exchange_file FOR INSERT TO doudi_api WITH CHECK (within_scope(office) AND state = 'waiting' AND done = 0);
