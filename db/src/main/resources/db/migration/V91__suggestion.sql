-- Replies that an AI engine wrote and a person may send with one press (AI_REPLIES=suggest); one open for each seller.
CREATE TABLE suggestion (
	message_id          uuid PRIMARY KEY REFERENCES conversation (id),
	seller_phone        text NOT NULL,
	our_number          text,
	body                text NOT NULL,
	segments            integer NOT NULL,
	writer              text NOT NULL,
	stage               text,
	campaign_id         uuid,
	market              text,
	template            text,
	suggested_at        timestamptz NOT NULL,
	decided_at          timestamptz,
	decision            text CHECK (decision IN ('ACCEPTED', 'DISMISSED', 'SUPERSEDED')),
	text_id             uuid
);
CREATE UNIQUE INDEX suggestion_open ON suggestion (seller_phone) WHERE decided_at IS NULL;
CREATE INDEX suggestion_oldest ON suggestion (suggested_at) WHERE decided_at IS NULL;
