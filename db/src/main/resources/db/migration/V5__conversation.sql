-- The canonical log: one row a message (decision 3).

CREATE TABLE conversation (
	id                  uuid PRIMARY KEY,
	sid                 text,
	direction           text NOT NULL CHECK (direction IN ('INBOUND', 'OUTBOUND')),
	seller_phone        text NOT NULL,
	our_number          text,
	body                text NOT NULL,
	status              text,
	stage               text,
	kind                text,
	processed_by        text,
	ai_intent           text,
	intent              text,
	confidence          real,
	classifier          text,
	summary             text,
	facts               jsonb,
	request             text NOT NULL DEFAULT 'NONE',
	prospect_id         uuid REFERENCES prospect (id),
	lead_id             uuid REFERENCES lead (id),
	campaign_id         uuid REFERENCES campaign (id),
	template_version_id uuid REFERENCES template_version (id),
	in_reply_to         uuid,
	duplicate_of        uuid,
	segments            integer,
	error_code          text,
	ai_trigger          boolean NOT NULL DEFAULT false,
	promotion           text,
	reply               text,
	received_at         timestamptz,
	classified_at       timestamptz,
	processed_at        timestamptz,
	sent_at             timestamptz,
	delivered_at        timestamptz,
	last_retry_at       timestamptz,
	response_minutes    numeric(12, 1),
	created_at          timestamptz NOT NULL,
	airtable_id         text UNIQUE,
	mirror_key          text,
	version             bigint NOT NULL DEFAULT 1,
	mirrored_version    bigint NOT NULL DEFAULT 0,
	retired_at          timestamptz,
	CONSTRAINT lead_xor_prospect CHECK (num_nonnulls(prospect_id, lead_id) = 1)
);
CREATE UNIQUE INDEX conversation_sid ON conversation (sid) WHERE sid IS NOT NULL;
CREATE INDEX conversation_phone ON conversation (seller_phone, created_at DESC);
CREATE INDEX conversation_created ON conversation (created_at);
CREATE INDEX conversation_prospect ON conversation (prospect_id) WHERE prospect_id IS NOT NULL;
CREATE INDEX conversation_unclassified ON conversation (received_at, id)
	WHERE direction = 'INBOUND' AND classified_at IS NULL;
-- What the lead promoter has not looked at since it was classified, and what the autoresponder has not answered.
CREATE INDEX conversation_unpromoted ON conversation (received_at, id)
	WHERE direction = 'INBOUND' AND classified_at IS NOT NULL AND promotion IS NULL;
CREATE INDEX conversation_unanswered ON conversation (received_at, id)
	WHERE direction = 'INBOUND' AND classified_at IS NOT NULL AND reply IS NULL;
CREATE INDEX conversation_unmirrored ON conversation (direction, created_at, id)
	WHERE version > mirrored_version AND retired_at IS NULL;

CREATE TRIGGER conversation_version BEFORE UPDATE ON conversation FOR EACH ROW
	WHEN (OLD.mirrored_version = NEW.mirrored_version AND OLD.airtable_id IS NOT DISTINCT FROM NEW.airtable_id
		AND OLD.mirror_key IS NOT DISTINCT FROM NEW.mirror_key)
	EXECUTE FUNCTION bump_version();
