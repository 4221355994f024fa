-- Calls that Airtable has not answered: nobody knows yet when they arrive there.
ALTER TABLE airtable_base ADD COLUMN open timestamptz[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN airtable_base.open IS 'when the calls that were not answered yet left, as slots has it';
