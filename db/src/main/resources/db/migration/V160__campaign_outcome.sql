-- What came of each campaign's texts, by template version, when it was counted last: counting a large campaign takes longer
-- than a page may.
CREATE TABLE campaign_outcome (
	campaign_id uuid PRIMARY KEY REFERENCES campaign (id) ON DELETE CASCADE,
	versions    jsonb NOT NULL,
	counted_at  timestamptz NOT NULL
);
