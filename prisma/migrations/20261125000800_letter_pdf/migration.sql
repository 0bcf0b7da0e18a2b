-- The PDF of a letter is made when it is first asked for and kept; what was handed out can never be another one later.
ALTER TABLE "letter" ADD COLUMN "pdf_hash" TEXT;
ALTER TABLE "letter" ADD COLUMN "pdf_key" TEXT;

CREATE FUNCTION keep_first_pdf() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF old.pdf_hash IS NOT NULL AND (new.pdf_hash, new.pdf_key) IS DISTINCT FROM (old.pdf_hash, old.pdf_key) THEN
    RAISE EXCEPTION 'append-only; the PDF of a letter is kept once';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER keep_first_pdf BEFORE UPDATE ON "letter" FOR EACH ROW EXECUTE FUNCTION keep_first_pdf();

DROP TRIGGER append_only ON "letter";
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "letter" FOR EACH ROW
  EXECUTE FUNCTION append_only('delivered_at', 'receipt', 'pdf_hash', 'pdf_key');
GRANT UPDATE (pdf_hash, pdf_key) ON letter TO doudi_api, doudi_worker;
