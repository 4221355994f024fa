-- How a campaign's canary ended: its first texts went well, or stopped the campaign.

ALTER TABLE campaign
	ADD COLUMN canary_passed_at  timestamptz,
	ADD COLUMN canary_stopped_at timestamptz;

-- Prospects still to be planned: those held before come after the fresh ones.
CREATE INDEX campaign_prospect_turn ON campaign_prospect (campaign_id, (outcome IS NOT NULL), prospect_id)
	WHERE planned_at IS NULL;
DROP INDEX campaign_prospect_unplanned;
