-- What planning made of each prospect of a campaign's list: chosen or left out, and why.

ALTER TABLE campaign_prospect
	ADD COLUMN outcome text,
	ADD COLUMN reason  text;
-- What was planned since a campaign's last run, for its summary.
CREATE INDEX campaign_prospect_planned ON campaign_prospect (campaign_id, planned_at) WHERE planned_at IS NOT NULL;

-- Prospects whose market their city may tell.
CREATE INDEX prospect_without_market ON prospect (lower(btrim(city))) WHERE market IS NULL;
