-- How many texts of a campaign's list wait, and until when, without the rows themselves.
DROP INDEX outbox_campaign;
CREATE INDEX outbox_campaign ON outbox (campaign_id, kind, not_before) WHERE campaign_id IS NOT NULL;
