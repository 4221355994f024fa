-- What the webhooks were told, keyed so that a repeat writes nothing (decision 11).

CREATE TABLE inbound (
	sid             text PRIMARY KEY,
	conversation_id uuid NOT NULL,
	seller_phone    text NOT NULL,
	our_number      text,
	body            text NOT NULL,
	request         text NOT NULL DEFAULT 'NONE',
	linked_to       text NOT NULL,
	received_at     timestamptz NOT NULL,
	linked_at       timestamptz
);
CREATE INDEX inbound_pending ON inbound (received_at, sid) WHERE linked_at IS NULL;
CREATE INDEX inbound_unlinked_phone ON inbound (seller_phone) WHERE linked_at IS NULL;
CREATE INDEX inbound_unlinked_conversation ON inbound (conversation_id) WHERE linked_at IS NULL;

CREATE TABLE outbound_echo (
	sid             text PRIMARY KEY,
	conversation_id uuid NOT NULL,
	seller_phone    text NOT NULL,
	our_number      text NOT NULL,
	body            text NOT NULL,
	linked_to       text NOT NULL,
	campaign        text,
	template        text,
	processed_by    text,
	stage           text,
	received_at     timestamptz NOT NULL,
	linked_at       timestamptz
);
CREATE INDEX outbound_echo_pending ON outbound_echo (received_at, sid) WHERE linked_at IS NULL;
CREATE INDEX outbound_echo_conversation ON outbound_echo (conversation_id) WHERE linked_at IS NULL;

-- A receipt whose SID nobody knows yet waits here and is looked at again when its message learns the SID.
CREATE TABLE receipt (
	sid          text NOT NULL,
	status       text NOT NULL,
	normalized   text NOT NULL,
	ref          uuid,
	seller_phone text NOT NULL,
	our_number   text NOT NULL,
	error_code   text,
	received_at  timestamptz NOT NULL,
	state        text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'WAITING', 'APPLIED', 'IGNORED')),
	applied_at   timestamptz,
	PRIMARY KEY (sid, status)
);
CREATE INDEX receipt_pending ON receipt (received_at, sid) WHERE state = 'PENDING';
CREATE INDEX receipt_waiting ON receipt (received_at) WHERE state = 'WAITING';
