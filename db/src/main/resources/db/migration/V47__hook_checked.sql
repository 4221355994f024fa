ALTER TABLE table_hook ADD COLUMN checked_at timestamptz;
COMMENT ON COLUMN table_hook.checked_at IS 'when Airtable was asked last whether the webhook still pings, in the engine''s time';
