-- What only says that a prospect was texted or became a lead is held: its linked records show that already. It travels in
-- calls that leave anyway, or once it was held as long as is set (ADR 12).
CREATE TABLE mirror_patience (
	id   boolean PRIMARY KEY DEFAULT true CHECK (id),
	held interval NOT NULL
);
COMMENT ON COLUMN mirror_patience.held IS 'how long; a thousand years or so unless somebody set less';

CREATE FUNCTION held_for() RETURNS interval LANGUAGE sql STABLE AS $$
	SELECT coalesce((SELECT held FROM mirror_patience), interval '8760000 hours')
$$;

CREATE FUNCTION is_held(status text, replies integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
	SELECT status = 'LEAD_CREATED' OR (replies = 0 AND status IN ('UNMESSAGED', 'QUEUED', 'MESSAGED'))
$$;

CREATE OR REPLACE FUNCTION show_prospect() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	held boolean := is_held(NEW.status, NEW.reply_count);
BEGIN
	IF TG_OP = 'UPDATE' THEN
		NEW.unmirrored_since := CASE
			WHEN NOT held AND is_held(OLD.status, OLD.reply_count) AND NOT OLD.mirror_urgent THEN clock_timestamp()
			ELSE newer(OLD.version, OLD.mirrored_version, OLD.unmirrored_since) END;
		NEW.version := OLD.version + 1;
		IF NEW.opt_out IS DISTINCT FROM OLD.opt_out THEN
			NEW.mirror_cells := NEW.mirror_cells || 'opt_out'::text;
		END IF;
	END IF;
	NEW.mirror_urgent := NEW.airtable_id IS NULL OR 'opt_out' = ANY (NEW.mirror_cells);
	NEW.mirror_due := CASE
		WHEN NEW.mirror_urgent THEN due_after(NEW.unmirrored_since, interval '0', 2)
		WHEN held THEN due_after(NEW.unmirrored_since, held_for(), 60)
		ELSE due_after(NEW.unmirrored_since, interval '1 hour', 60) END;
	RETURN NEW;
END $$;

UPDATE prospect SET mirror_due = due_after(unmirrored_since, held_for(), 60)
WHERE version > mirrored_version AND NOT mirror_urgent AND is_held(status, reply_count);

-- New leads leave together every two seconds.
CREATE OR REPLACE FUNCTION show_lead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' THEN
		NEW.unmirrored_since := newer(OLD.version, OLD.mirrored_version, OLD.unmirrored_since);
		NEW.version := OLD.version + 1;
	END IF;
	NEW.mirror_urgent := NEW.airtable_id IS NULL;
	NEW.mirror_due := CASE
		WHEN NEW.mirror_urgent THEN due_after(NEW.unmirrored_since, interval '0', 2)
		ELSE due_after(NEW.unmirrored_since, interval '1 minute', 60) END;
	RETURN NEW;
END $$;

-- Calls spent this hour on what nobody waits for; none on a day that shows many rows.
DROP TABLE mirror_spare;
CREATE TABLE mirror_spare (
	id    boolean PRIMARY KEY DEFAULT true CHECK (id),
	hour  timestamptz NOT NULL,
	calls integer NOT NULL,
	day   date NOT NULL,
	rows  bigint NOT NULL
);
COMMENT ON COLUMN mirror_spare.rows IS 'written that day (UTC), whatever for';

-- When a worker last looked for what Airtable has not seen: jobs that crons start leave to it what is not due yet.
CREATE TABLE mirror_worker (
	id   boolean PRIMARY KEY DEFAULT true CHECK (id),
	seen timestamptz NOT NULL
);
