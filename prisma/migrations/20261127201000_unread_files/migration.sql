-- A file is taken in unread: how many rows it has is known once the worker has read it.
ALTER TABLE exchange_file ALTER COLUMN total DROP NOT NULL,
  DROP CONSTRAINT exchange_file_rows,
  ADD CONSTRAINT exchange_file_rows CHECK (done BETWEEN 0 AND coalesce(total, 0) AND (state <> 'done' OR total IS NOT NULL));
DROP TRIGGER append_only ON exchange_file;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON exchange_file FOR EACH ROW EXECUTE FUNCTION append_only('total', 'done', 'state', 'problem', 'ended_at');
GRANT UPDATE (total) ON exchange_file TO doudi_worker;
-- Those of a package, and of a county by what they are, the newest first.
CREATE INDEX "exchange_file_package_id_taken_at_idx" ON "exchange_file"("package_id", "taken_at");
