-- Webhooks of Airtable's bases, one for each table that people edit, and when each table is to be looked at next.
CREATE TABLE table_hook (
	base_table text PRIMARY KEY,
	base_id    text NOT NULL,
	hook       text NOT NULL,
	secret     text NOT NULL,
	url        text NOT NULL,
	watched    text NOT NULL,
	cursor     bigint NOT NULL DEFAULT 1,
	expires_at timestamptz NOT NULL,
	pinged_at  timestamptz,
	read_at    timestamptz
);
COMMENT ON COLUMN table_hook.watched IS 'the ids of the table and the fields it watches';
COMMENT ON COLUMN table_hook.pinged_at IS 'when Airtable said last that something changed, by the database''s clock';

CREATE TABLE pull_schedule (
	base_table text PRIMARY KEY,
	due_at     timestamptz NOT NULL,
	quiet      integer NOT NULL DEFAULT 0
);
COMMENT ON COLUMN pull_schedule.quiet IS 'how many looks in a row found nothing new';
