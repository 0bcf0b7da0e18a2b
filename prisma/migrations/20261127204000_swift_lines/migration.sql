-- A list of a hundred thousand lines is written three times until it is paid: each index that it can do without is work
-- spared for every line, the more where a household's place in it lies anywhere.

-- Of a run, what is not in order is found by its state; the rest is the run, which its townships lead to.
CREATE INDEX payment_line_odd ON payment_line (run_id, state) WHERE state IN ('held', 'failed', 'uncertain');
DROP INDEX payment_line_run_id_state_idx;
-- What a household's lines moved is found by the lines.
DROP INDEX ledger_transfer_case_id_idx;
