-- Whose hands a case has been in: asked for every case that an office may be waiting for.
CREATE INDEX case_event_hands ON case_event (case_id, actor_role, actor_id);
