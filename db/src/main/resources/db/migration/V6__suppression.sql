-- Who must not be texted: kept for ever (decision 21). A lifted row stays, with the time it was lifted.

CREATE TABLE suppression (
	phone            text PRIMARY KEY,
	reason           text NOT NULL,
	source           text NOT NULL,
	original_message text,
	sid              text,
	since            timestamptz NOT NULL,
	lifted_at        timestamptz,
	lifted_by        text,
	airtable_id      text UNIQUE,
	mirror_key       text,
	version          bigint NOT NULL DEFAULT 1,
	mirrored_version bigint NOT NULL DEFAULT 0
);
CREATE INDEX suppression_unmirrored ON suppression (phone) WHERE version > mirrored_version;
CREATE TRIGGER suppression_version BEFORE UPDATE ON suppression FOR EACH ROW
	WHEN (OLD.mirrored_version = NEW.mirrored_version AND OLD.airtable_id IS NOT DISTINCT FROM NEW.airtable_id
		AND OLD.mirror_key IS NOT DISTINCT FROM NEW.mirror_key)
	EXECUTE FUNCTION bump_version();

CREATE TABLE suppression_event (
	id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	phone   text NOT NULL,
	event   text NOT NULL CHECK (event IN ('SUPPRESSED', 'LIFTED')),
	reason  text NOT NULL,
	source  text NOT NULL,
	message text,
	sid     text,
	at      timestamptz NOT NULL
);
CREATE INDEX suppression_event_phone ON suppression_event (phone, at);
CREATE TRIGGER suppression_event_immutable BEFORE UPDATE OR DELETE ON suppression_event
	FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION keep_suppression() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'suppressions are kept for ever';
END $$;
CREATE TRIGGER suppression_kept BEFORE DELETE ON suppression FOR EACH ROW EXECUTE FUNCTION keep_suppression();

-- The row on which a stop request and a send meet. A claim takes the lease in the transaction in which the gate
-- decides; a stop request takes the row in its own transaction and answers once the lease is over.
CREATE TABLE phone_lease (
	phone           text PRIMARY KEY,
	leased_until    timestamptz NOT NULL,
	conversation_id uuid
);
