-- What a comparison of Airtable with our rows saw there, page by page, and what it found; of the last comparison only.
CREATE TABLE seen_record (
	base_table text NOT NULL,
	record     text NOT NULL,
	value      text,
	PRIMARY KEY (base_table, record)
);
CREATE INDEX seen_record_value ON seen_record (base_table, value);
COMMENT ON COLUMN seen_record.value IS 'what tells the record apart: a phone, a message''s SID, a name';

CREATE TABLE finding (
	base_table text NOT NULL,
	kind       text NOT NULL CHECK (kind IN ('MISSING', 'MOVED', 'DOUBLED', 'DIFFERING', 'ORPHANED')),
	subject    text NOT NULL,
	record     text,
	PRIMARY KEY (base_table, kind, subject)
);
COMMENT ON COLUMN finding.subject IS 'our row''s key; of a doubled record the record itself';
