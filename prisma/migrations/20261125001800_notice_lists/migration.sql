-- The desk's lists of public notices: cases at or just past their notice, and postings by time as evidence.
CREATE INDEX case_at_notice ON "case" (division, id) WHERE stage IN ('publicised', 'objected', 'reviewing');
CREATE INDEX case_event_posting ON case_event (at, id) WHERE action = 'recordPosting';
CREATE INDEX case_in_benefit ON "case" (division, submitted_at, id) WHERE stage IN ('benefiting', 'leaving');
