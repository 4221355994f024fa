-- Campaigns and their texts. A template's text never changes: an edit is a new version (TSR 16 CFR 310.5).

CREATE TABLE campaign (
	id               uuid PRIMARY KEY,
	name             text NOT NULL,
	public_name      text,
	status           text NOT NULL,
	market           text,
	segment          text,
	start_time       timestamptz,
	end_time         timestamptz,
	canary           integer,
	total_sent       integer NOT NULL DEFAULT 0,
	replies          integer NOT NULL DEFAULT 0,
	opt_outs         integer NOT NULL DEFAULT 0,
	leads            integer NOT NULL DEFAULT 0,
	offers           integer NOT NULL DEFAULT 0,
	failed           integer NOT NULL DEFAULT 0,
	contacts         integer NOT NULL DEFAULT 0,
	last_run_at      timestamptz,
	last_run_result  text,
	created_at       timestamptz NOT NULL,
	airtable_id      text UNIQUE,
	mirror_key       text,
	version          bigint NOT NULL DEFAULT 1,
	mirrored_version bigint NOT NULL DEFAULT 1
);
CREATE INDEX campaign_unmirrored ON campaign (id) WHERE version > mirrored_version;
CREATE TRIGGER campaign_version BEFORE UPDATE ON campaign FOR EACH ROW
	WHEN (OLD.mirrored_version = NEW.mirrored_version AND OLD.airtable_id IS NOT DISTINCT FROM NEW.airtable_id
		AND OLD.mirror_key IS NOT DISTINCT FROM NEW.mirror_key)
	EXECUTE FUNCTION bump_version();

CREATE TABLE template (
	id          uuid PRIMARY KEY,
	airtable_id text NOT NULL UNIQUE,
	active      boolean NOT NULL DEFAULT true,
	created_at  timestamptz NOT NULL
);

CREATE TABLE template_version (
	id          uuid PRIMARY KEY,
	template_id uuid NOT NULL REFERENCES template (id),
	number      integer NOT NULL,
	stage       text,
	category    text,
	name        text,
	internal_id text,
	message     text NOT NULL,
	created_at  timestamptz NOT NULL,
	UNIQUE (template_id, number)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'a % row is never changed or deleted', TG_TABLE_NAME;
END $$;
CREATE TRIGGER template_version_immutable BEFORE UPDATE OR DELETE ON template_version
	FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE campaign_template (
	campaign_id uuid NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
	template_id uuid NOT NULL REFERENCES template (id) ON DELETE CASCADE,
	PRIMARY KEY (campaign_id, template_id)
);

CREATE TABLE campaign_prospect (
	campaign_id uuid NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
	prospect_id uuid NOT NULL REFERENCES prospect (id) ON DELETE CASCADE,
	planned_at  timestamptz,
	PRIMARY KEY (campaign_id, prospect_id)
);
CREATE INDEX campaign_prospect_unplanned ON campaign_prospect (campaign_id, prospect_id) WHERE planned_at IS NULL;
CREATE INDEX campaign_prospect_prospect ON campaign_prospect (prospect_id);

-- Who of a campaign's list was chosen or left out, and why: one row a phone and campaign, so nobody is texted twice.
CREATE TABLE recipient (
	campaign_id     uuid NOT NULL REFERENCES campaign (id),
	phone           text NOT NULL,
	prospect_id     uuid NOT NULL REFERENCES prospect (id),
	outcome         text NOT NULL,
	reason          text,
	conversation_id uuid,
	planned_at      timestamptz NOT NULL,
	PRIMARY KEY (campaign_id, phone)
);
CREATE INDEX recipient_phone ON recipient (phone);
