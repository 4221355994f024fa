-- What waits to be sent or settled, and every attempt with the gate's decision.

-- A row lives here from the moment a text is written until its fate is known; history stays in attempt.
CREATE TABLE outbox (
	conversation_id uuid PRIMARY KEY REFERENCES conversation (id),
	seller_phone    text NOT NULL,
	our_number      text,
	campaign_id     uuid,
	market          text,
	kind            text NOT NULL CHECK (kind IN ('REPLY', 'CONFIRMATION', 'MANUAL', 'CAMPAIGN')),
	priority        smallint NOT NULL,
	state           text NOT NULL CHECK (state IN ('QUEUED', 'RETRY', 'SENDING', 'UNKNOWN', 'PERSON')),
	not_before      timestamptz NOT NULL,
	expires_at      timestamptz,
	attempts        integer NOT NULL DEFAULT 0,
	segments        integer NOT NULL,
	claimed_at      timestamptz,
	reason          text,
	queued_at       timestamptz NOT NULL
);
CREATE INDEX outbox_due ON outbox (priority, not_before, conversation_id) WHERE state = 'QUEUED';
CREATE INDEX outbox_retry ON outbox (not_before) WHERE state = 'RETRY';
CREATE INDEX outbox_unsettled ON outbox (claimed_at) WHERE state IN ('SENDING', 'UNKNOWN', 'PERSON');
CREATE INDEX outbox_phone ON outbox (seller_phone);
CREATE INDEX outbox_campaign ON outbox (campaign_id) WHERE campaign_id IS NOT NULL;

CREATE TABLE attempt (
	id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	conversation_id uuid NOT NULL,
	seller_phone    text NOT NULL,
	our_number      text,
	decided_at      timestamptz NOT NULL,
	allowed         boolean NOT NULL,
	rule            text NOT NULL,
	reason          text,
	rule_version    text NOT NULL,
	zone            text,
	next_at         timestamptz,
	segments        integer NOT NULL,
	outcome         text,
	status          text,
	sid             text,
	error_code      text,
	error           text,
	finished_at     timestamptz
);
CREATE INDEX attempt_conversation ON attempt (conversation_id);
CREATE UNIQUE INDEX attempt_sid ON attempt (sid) WHERE sid IS NOT NULL;
-- What counts against the frequency caps.
CREATE INDEX attempt_sent ON attempt (seller_phone, decided_at) WHERE allowed AND outcome IS DISTINCT FROM 'NOT_SENT';

-- The kill switch: a row stops what it names.
CREATE TABLE pause (
	scope  text NOT NULL CHECK (scope IN ('all', 'market', 'campaign', 'number')),
	value  text NOT NULL DEFAULT '',
	reason text,
	since  timestamptz NOT NULL,
	PRIMARY KEY (scope, value)
);
