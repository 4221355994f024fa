-- What was taken over from Airtable: a record that is as it was is not taken over again, one that is gone is noticed.
CREATE TABLE pulled (
	base_table text NOT NULL,
	record     text NOT NULL,
	digest     text NOT NULL,
	PRIMARY KEY (base_table, record)
);

-- Whether a prospect is on a campaign's list by a link or by the campaign's view.
ALTER TABLE campaign_prospect ADD COLUMN source text NOT NULL DEFAULT 'LINK' CHECK (source IN ('LINK', 'VIEW'));
ALTER TABLE campaign ADD COLUMN listed_at timestamptz;
COMMENT ON COLUMN campaign.listed_at IS 'when the prospects of its view were listed last';
