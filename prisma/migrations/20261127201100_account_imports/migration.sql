-- What became of each file of accounts, row by row: of card and ID numbers only what a list may show.
CREATE TABLE "card_account_import" (
    "id" UUID NOT NULL,
    "office" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "kept" INTEGER NOT NULL,
    "repeated" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "taken_by" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "card_account_import_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "card_account_import_row" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "case_id" UUID,
    "cells" JSONB NOT NULL,

    CONSTRAINT "card_account_import_row_pkey" PRIMARY KEY ("import_id","line","place")
);
ALTER TABLE card_account_import ALTER COLUMN office TYPE text COLLATE "C",
  ADD CONSTRAINT card_account_import_rows CHECK (total = kept + repeated + failed AND least(kept, repeated, failed) >= 0);
ALTER TABLE card_account_import_row ADD CONSTRAINT card_account_import_row_outcome CHECK (outcome IN ('kept', 'repeated', 'error')),
  -- A card or ID number has no place here, wherever in the file it stood.
  ADD CONSTRAINT card_account_import_row_masked CHECK (message || field || cells::text !~ '[0-9]{15}'),
  ADD CONSTRAINT card_account_import_row_of FOREIGN KEY (import_id) REFERENCES card_account_import (id);
-- The same file again is answered as the first time.
CREATE UNIQUE INDEX "card_account_import_office_sha256_key" ON "card_account_import"("office", "sha256");
CREATE INDEX "card_account_import_office_taken_at_idx" ON "card_account_import"("office", "taken_at");

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['card_account_import', 'card_account_import_row'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION append_only()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION append_only()', name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY everything ON %I TO doudi_worker USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON card_account_import, card_account_import_row TO doudi_api, doudi_worker;
CREATE POLICY own ON card_account_import TO doudi_api USING (within_scope(office)) WITH CHECK (within_scope(office));
CREATE POLICY of_import ON card_account_import_row TO doudi_api
  USING (EXISTS (SELECT FROM card_account_import i WHERE i.id = card_account_import_row.import_id));
