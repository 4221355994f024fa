-- What a seller wrote is shown half a second to a second and a half after it was linked: time enough to be classified.
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
			THEN NEW.unmirrored_since
		WHEN NEW.mirror_urgent THEN due_after(NEW.unmirrored_since, interval '500 milliseconds', 1)
		WHEN NEW.status IN ('DELIVERED', 'UNDELIVERED', 'FAILED', 'OPT_OUT')
			THEN due_after(NEW.unmirrored_since, interval '0', 60)
		WHEN NEW.status = 'SENT' THEN due_after(NEW.unmirrored_since, interval '5 minutes', 60)
		ELSE due_after(NEW.unmirrored_since, interval '1 hour', 60) END;
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
		WHEN NEW.mirror_urgent THEN due_after(NEW.unmirrored_since, interval '0', 1)
		ELSE due_after(NEW.unmirrored_since, interval '1 minute', 60) END;
	RETURN NEW;
END $$;

-- When Airtable was last told of a row: a listing that was read before that says nothing new of it.
DO $$
DECLARE shown text;
BEGIN
	FOREACH shown IN ARRAY ARRAY ['prospect', 'campaign', 'number', 'lead', 'conversation', 'suppression', 'kpi'] LOOP
		EXECUTE format('ALTER TABLE %I ADD COLUMN mirrored_at timestamptz', shown);
	END LOOP;
END $$;
