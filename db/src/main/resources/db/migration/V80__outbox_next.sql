-- When the next text comes due, however many wait for later.
CREATE INDEX outbox_next ON outbox (not_before) WHERE state = 'QUEUED';
