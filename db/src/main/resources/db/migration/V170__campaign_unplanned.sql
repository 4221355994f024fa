-- How many of each campaign's list are not planned yet; counting a long list takes longer than a page may. What changes a
-- list adds a row here and folds the campaign's others into it, but for those that somebody else is folding: nobody waits,
-- and the sum of a campaign's rows is right in every snapshot.
CREATE TABLE campaign_unplanned (
	campaign_id uuid NOT NULL,
	prospects   bigint NOT NULL
);
CREATE INDEX campaign_unplanned_campaign ON campaign_unplanned (campaign_id);

CREATE FUNCTION keep_unplanned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	WITH change AS (
			SELECT campaign_id, count(*) * TG_ARGV[0]::integer AS prospects FROM changed
			WHERE planned_at IS NULL GROUP BY campaign_id),
		folded AS (
			DELETE FROM campaign_unplanned WHERE ctid = ANY (ARRAY(
				SELECT ctid FROM campaign_unplanned WHERE campaign_id IN (SELECT campaign_id FROM change)
				FOR UPDATE SKIP LOCKED))
			RETURNING *)
	INSERT INTO campaign_unplanned
	SELECT campaign_id, sum(prospects) FROM (SELECT * FROM change UNION ALL SELECT * FROM folded) AS both_of_them
	GROUP BY campaign_id HAVING sum(prospects) <> 0;
	RETURN NULL;
END $$;
CREATE FUNCTION forget_unplanned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM campaign_unplanned;
	RETURN NULL;
END $$;
CREATE TRIGGER campaign_prospect_listed AFTER INSERT ON campaign_prospect REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION keep_unplanned('1');
CREATE TRIGGER campaign_prospect_changed_to AFTER UPDATE ON campaign_prospect REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION keep_unplanned('1');
CREATE TRIGGER campaign_prospect_changed_from AFTER UPDATE ON campaign_prospect REFERENCING OLD TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION keep_unplanned('-1');
CREATE TRIGGER campaign_prospect_dropped AFTER DELETE ON campaign_prospect REFERENCING OLD TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION keep_unplanned('-1');
CREATE TRIGGER campaign_prospect_emptied AFTER TRUNCATE ON campaign_prospect
	FOR EACH STATEMENT EXECUTE FUNCTION forget_unplanned();
INSERT INTO campaign_unplanned
	SELECT campaign_id, count(*) FROM campaign_prospect WHERE planned_at IS NULL GROUP BY campaign_id;
