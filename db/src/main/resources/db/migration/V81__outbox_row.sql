-- Texts that wait in a row for a full minute: they go before their time when there is room after all.
ALTER TABLE outbox ADD COLUMN in_row boolean NOT NULL DEFAULT false;
CREATE INDEX outbox_row ON outbox (priority, not_before, conversation_id) WHERE state = 'QUEUED' AND in_row;
