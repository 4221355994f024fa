-- Rows become due together, so that a call to Airtable is rarely half empty: what people wait for every two seconds,
-- everything else every minute. A worker hears of what is urgent.

-- The end of the grid's interval in which a row that waited so long becomes due.
CREATE FUNCTION due_after(since timestamptz, hold interval, grid integer) RETURNS timestamptz
LANGUAGE sql IMMUTABLE AS $$
	SELECT to_timestamp(ceil(extract(epoch FROM since + hold) / grid) * grid)
$$;

CREATE OR REPLACE FUNCTION show_prospect() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' THEN
		NEW.unmirrored_since := newer(OLD.version, OLD.mirrored_version, OLD.unmirrored_since);
		NEW.version := OLD.version + 1;
		IF NEW.opt_out IS DISTINCT FROM OLD.opt_out THEN
			NEW.mirror_cells := NEW.mirror_cells || 'opt_out'::text;
		END IF;
	END IF;
	NEW.mirror_urgent := NEW.airtable_id IS NULL OR 'opt_out' = ANY (NEW.mirror_cells);
	NEW.mirror_due := CASE
		WHEN NEW.mirror_urgent THEN due_after(NEW.unmirrored_since, interval '0', 2)
		WHEN NEW.reply_count = 0 AND NEW.status IN ('UNMESSAGED', 'QUEUED', 'MESSAGED')
			THEN due_after(NEW.unmirrored_since, interval '1 day', 60)
		ELSE due_after(NEW.unmirrored_since, interval '1 hour', 60) END;
	RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION show_campaign() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW.unmirrored_since := newer(OLD.version, OLD.mirrored_version, OLD.unmirrored_since);
	NEW.version := OLD.version + 1;
	IF NEW.status IS DISTINCT FROM OLD.status THEN
		NEW.mirror_cells := NEW.mirror_cells || 'status'::text;
	END IF;
	NEW.mirror_urgent := 'status' = ANY (NEW.mirror_cells);
	NEW.mirror_due := CASE
		WHEN NEW.mirror_urgent THEN due_after(NEW.unmirrored_since, interval '0', 2)
		ELSE due_after(NEW.unmirrored_since, interval '5 minutes', 60) END;
	RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION show_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW.unmirrored_since := newer(OLD.version, OLD.mirrored_version, OLD.unmirrored_since);
	NEW.version := OLD.version + 1;
	NEW.mirror_due := due_after(NEW.unmirrored_since, interval '5 minutes', 60);
	RETURN NEW;
END $$;

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

CREATE OR REPLACE FUNCTION show_conversation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' THEN
		NEW.unmirrored_since := newer(OLD.version, OLD.mirrored_version, OLD.unmirrored_since);
		NEW.version := OLD.version + 1;
		IF NEW.intent IS DISTINCT FROM OLD.intent THEN
			NEW.mirror_cells := NEW.mirror_cells || 'intent'::text;
		END IF;
		IF NEW.ai_intent IS DISTINCT FROM OLD.ai_intent THEN
			NEW.mirror_cells := NEW.mirror_cells || 'ai_intent'::text;
		END IF;
		IF OLD.ai_trigger AND NOT NEW.ai_trigger THEN
			NEW.mirror_cells := NEW.mirror_cells || 'ai_trigger'::text;
		END IF;
	END IF;
	NEW.mirror_urgent := NEW.direction = 'INBOUND'
		OR (NEW.airtable_id IS NULL AND NEW.kind IS DISTINCT FROM 'CAMPAIGN');
	NEW.mirror_due := CASE
		WHEN NEW.direction = 'INBOUND' AND NEW.status = 'OPT_OUT' AND NEW.airtable_id IS NULL
			THEN due_after(NEW.unmirrored_since, interval '0', 1)
		WHEN NEW.mirror_urgent THEN due_after(NEW.unmirrored_since, interval '1 second', 2)
		WHEN NEW.status IN ('DELIVERED', 'UNDELIVERED', 'FAILED', 'OPT_OUT')
			THEN due_after(NEW.unmirrored_since, interval '0', 60)
		WHEN NEW.status = 'SENT' THEN due_after(NEW.unmirrored_since, interval '5 minutes', 60)
		ELSE due_after(NEW.unmirrored_since, interval '1 hour', 60) END;
	RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION show_suppression() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' THEN
		NEW.unmirrored_since := newer(OLD.version, OLD.mirrored_version, OLD.unmirrored_since);
		NEW.version := OLD.version + 1;
	END IF;
	NEW.mirror_urgent := true;
	NEW.mirror_due := CASE WHEN NEW.reason = 'WRONG_NUMBER' THEN 'infinity'
		ELSE due_after(NEW.unmirrored_since, interval '0', 2) END;
	RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION show_kpi() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' THEN
		NEW.unmirrored_since := newer(OLD.version, OLD.mirrored_version, OLD.unmirrored_since);
		NEW.version := OLD.version + 1;
	END IF;
	NEW.mirror_due := due_after(NEW.unmirrored_since, interval '5 minutes', 60);
	RETURN NEW;
END $$;

-- Calls spent this hour on what nobody waits for and may change again.
CREATE TABLE mirror_spare (
	id    boolean PRIMARY KEY DEFAULT true CHECK (id),
	hour  timestamptz NOT NULL,
	calls integer NOT NULL
);

DO $$
DECLARE shown text;
BEGIN
	FOREACH shown IN ARRAY ARRAY ['prospect', 'lead', 'conversation', 'suppression'] LOOP
		EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE ON %I FOR EACH ROW
			WHEN (NEW.version > NEW.mirrored_version AND NEW.mirror_urgent AND NEW.mirror_due < ''infinity'')
			EXECUTE FUNCTION notice_work()', shown || '_notice', shown);
	END LOOP;
END $$;
