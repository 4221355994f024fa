-- What all processes share about one Airtable base: its last calls, its rests and stops, its schema.
CREATE TABLE airtable_base (
	base_id          text PRIMARY KEY,
	slots            timestamptz[] NOT NULL DEFAULT '{}',
	urgent_until     timestamptz,
	resting_until    timestamptz,
	limited_at       timestamptz,
	probing          boolean NOT NULL DEFAULT false,
	blocked_until    timestamptz,
	blocked_why      text,
	month            date,
	calls_this_month bigint NOT NULL DEFAULT 0,
	last_error       text,
	last_error_at    timestamptz,
	schema           text,
	schema_read_at   timestamptz
) WITH (fillfactor = 50);

COMMENT ON COLUMN airtable_base.slots IS 'when the last calls were or are about to be made, oldest first';
COMMENT ON COLUMN airtable_base.urgent_until IS 'until then bulk callers leave one slot free';
COMMENT ON COLUMN airtable_base.limited_at IS 'the last 429: calls keep more distance for an hour';
COMMENT ON COLUMN airtable_base.probing IS 'the rest after a 429 ends with one single call';
COMMENT ON COLUMN airtable_base.schema IS 'the last answer of the metadata API, shared so that a process costs no call to start';
