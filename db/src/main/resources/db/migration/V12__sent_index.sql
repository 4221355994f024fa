-- What a KPI window counts is read by its day, never by a scan of history.
CREATE INDEX conversation_sent ON conversation (sent_at) WHERE sent_at IS NOT NULL;
