-- What a statement changed is known to the planner as a handful of rows, whatever it holds; before and after are then
-- matched row by row, which takes hours for a province. By hash it is one pass.
ALTER FUNCTION book_changed_lines() SET enable_nestloop = off;

-- A list of a hundred thousand lines is drawn in one transaction: its own statistics guide what is asked of it next.
GRANT MAINTAIN ON payment_line, payment_hold TO doudi_worker;
