-- Our own numbers. Counters are counted here and shown in Airtable, never read back (decision 7).

CREATE TABLE number (
	phone            text PRIMARY KEY,
	market           text,
	active           boolean NOT NULL DEFAULT true,
	daily_limit      integer,
	quota_date       date,
	sent_today       integer NOT NULL DEFAULT 0,
	delivered_today  integer NOT NULL DEFAULT 0,
	failed_today     integer NOT NULL DEFAULT 0,
	opt_out_today    integer NOT NULL DEFAULT 0,
	sent_total       bigint NOT NULL DEFAULT 0,
	delivered_total  bigint NOT NULL DEFAULT 0,
	failed_total     bigint NOT NULL DEFAULT 0,
	opt_out_total    bigint NOT NULL DEFAULT 0,
	last_used_at     timestamptz,
	created_at       timestamptz NOT NULL,
	airtable_id      text UNIQUE,
	mirror_key       text,
	version          bigint NOT NULL DEFAULT 1,
	mirrored_version bigint NOT NULL DEFAULT 1
);
CREATE INDEX number_unmirrored ON number (phone) WHERE version > mirrored_version;
CREATE TRIGGER number_version BEFORE UPDATE ON number FOR EACH ROW
	WHEN (OLD.mirrored_version = NEW.mirrored_version AND OLD.airtable_id IS NOT DISTINCT FROM NEW.airtable_id
		AND OLD.mirror_key IS NOT DISTINCT FROM NEW.mirror_key)
	EXECUTE FUNCTION bump_version();

-- Segments sent in each second, by number and in all ('*'): what the rates are counted over.
CREATE TABLE send_rate (
	scope    text NOT NULL,
	second   bigint NOT NULL,
	segments integer NOT NULL,
	PRIMARY KEY (scope, second)
);
