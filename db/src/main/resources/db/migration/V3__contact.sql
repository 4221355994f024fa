-- Whom we talk with. A row that Airtable shows has a version and the version that Airtable saw last.

-- Any change but the mirror's own note makes the row one version newer: no writer can forget it.
CREATE FUNCTION bump_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW.version := OLD.version + 1;
	RETURN NEW;
END $$;

CREATE TABLE prospect (
	id               uuid PRIMARY KEY,
	name             text,
	first_name       text,
	last_name        text,
	phone1           text,
	phone2           text,
	address          text,
	city             text,
	state            text,
	zip              text,
	market           text,
	source_list      text,
	status           text NOT NULL DEFAULT 'UNMESSAGED',
	stage            text,
	opt_out          boolean NOT NULL DEFAULT false,
	our_number       text,
	fields           jsonb NOT NULL DEFAULT '{}',
	reply_count      integer NOT NULL DEFAULT 0,
	send_count       integer NOT NULL DEFAULT 0,
	last_activity    timestamptz,
	created_at       timestamptz NOT NULL,
	airtable_id      text UNIQUE,
	mirror_key       text,
	version          bigint NOT NULL DEFAULT 1,
	mirrored_version bigint NOT NULL DEFAULT 0
);
CREATE INDEX prospect_phone1 ON prospect (phone1);
CREATE INDEX prospect_phone2 ON prospect (phone2) WHERE phone2 IS NOT NULL;
CREATE INDEX prospect_unmirrored ON prospect (id) WHERE version > mirrored_version;

CREATE TABLE lead (
	id                   uuid PRIMARY KEY,
	phone                text NOT NULL UNIQUE,
	prospect_id          uuid REFERENCES prospect (id),
	campaign_id          uuid,
	status               text NOT NULL,
	source               text,
	sent_count           integer NOT NULL DEFAULT 0,
	reply_count          integer NOT NULL DEFAULT 0,
	delivered_count      integer NOT NULL DEFAULT 0,
	failed_count         integer NOT NULL DEFAULT 0,
	opt_out_count        integer NOT NULL DEFAULT 0,
	last_activity        timestamptz,
	last_inbound         timestamptz,
	last_outbound        timestamptz,
	last_direction       text,
	last_delivery_status text,
	last_message         text,
	response_minutes     numeric(12, 1),
	created_at           timestamptz NOT NULL,
	airtable_id          text UNIQUE,
	mirror_key           text,
	version              bigint NOT NULL DEFAULT 1,
	mirrored_version     bigint NOT NULL DEFAULT 0
);
CREATE INDEX lead_unmirrored ON lead (id) WHERE version > mirrored_version;
CREATE INDEX lead_created ON lead (created_at);

-- The order of the stages, as the enum has it.
CREATE FUNCTION stage_rank(stage text) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
	SELECT coalesce(array_position(ARRAY ['OWNERSHIP_CONFIRMATION', 'INTEREST_FEELER', 'PRICE_QUALIFICATION',
		'PROPERTY_CONDITION', 'MOTIVATION_TIMELINE', 'OFFER_FOLLOW_UP', 'CONTRACT_READY', 'CONTRACT_SENT',
		'CONTRACT_FOLLOW_UP', 'OPT_OUT', 'DNC'], stage), 0)
$$;

-- One row for each phone we know: several owners or properties behind one phone are one recipient (decision 32).
CREATE TABLE contact (
	phone               text PRIMARY KEY,
	prospect_id         uuid NOT NULL REFERENCES prospect (id),
	lead_id             uuid REFERENCES lead (id),
	stage               text,
	stage_before_stop   text,
	our_number          text,
	states              text[] NOT NULL DEFAULT '{}',
	zones               text[] NOT NULL DEFAULT '{}',
	line_type           text,
	enriched_at         timestamptz,
	unreachable_at      timestamptz,
	unreachable_code    text,
	last_inbound_at     timestamptz,
	last_outbound_at    timestamptz,
	last_campaign_at    timestamptz,
	last_human_at       timestamptz,
	automatic_replies   integer NOT NULL DEFAULT 0,
	open_questions      integer NOT NULL DEFAULT 0,
	handed_to_person_at timestamptz,
	created_at          timestamptz NOT NULL
);
CREATE INDEX contact_unenriched ON contact (phone) WHERE enriched_at IS NULL;
CREATE INDEX contact_prospect ON contact (prospect_id);
CREATE INDEX contact_lead ON contact (lead_id) WHERE lead_id IS NOT NULL;

CREATE TRIGGER prospect_version BEFORE UPDATE ON prospect FOR EACH ROW
	WHEN (OLD.mirrored_version = NEW.mirrored_version AND OLD.airtable_id IS NOT DISTINCT FROM NEW.airtable_id
		AND OLD.mirror_key IS NOT DISTINCT FROM NEW.mirror_key)
	EXECUTE FUNCTION bump_version();
CREATE TRIGGER lead_version BEFORE UPDATE ON lead FOR EACH ROW
	WHEN (OLD.mirrored_version = NEW.mirrored_version AND OLD.airtable_id IS NOT DISTINCT FROM NEW.airtable_id
		AND OLD.mirror_key IS NOT DISTINCT FROM NEW.mirror_key)
	EXECUTE FUNCTION bump_version();

-- A stage never goes back (decision 22); OPT OUT alone is left, when the seller says START and the text before it
-- is taken up again.
CREATE FUNCTION keep_stage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF stage_rank(NEW.stage) < stage_rank(OLD.stage)
		AND NOT (OLD.stage = 'OPT_OUT' AND NEW.stage IS NOT DISTINCT FROM OLD.stage_before_stop) THEN
		RAISE EXCEPTION 'stage of a contact never goes back (% to %)', OLD.stage, NEW.stage;
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER contact_stage BEFORE UPDATE OF stage ON contact FOR EACH ROW EXECUTE FUNCTION keep_stage();
