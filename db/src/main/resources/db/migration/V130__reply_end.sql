-- Our replies are first shown at their end, or after eight seconds; what a seller wrote once it is classified, or after
-- two seconds and a half: most are then written once, not twice.
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
		WHEN NEW.direction = 'INBOUND' AND NEW.airtable_id IS NULL AND NEW.classified_at IS NULL
			THEN due_after(NEW.unmirrored_since, interval '2500 milliseconds', 1)
		WHEN NEW.direction = 'INBOUND' OR (NEW.mirror_urgent AND NEW.status IN ('DELIVERED', 'UNDELIVERED', 'FAILED', 'OPT_OUT'))
			THEN due_after(NEW.unmirrored_since, interval '500 milliseconds', 1)
		WHEN NEW.mirror_urgent THEN due_after(NEW.unmirrored_since, interval '8 seconds', 2)
		WHEN NEW.status IN ('DELIVERED', 'UNDELIVERED', 'FAILED', 'OPT_OUT')
			THEN due_after(NEW.unmirrored_since, interval '0', 60)
		WHEN NEW.status = 'SENT' THEN due_after(NEW.unmirrored_since, interval '5 minutes', 60)
		ELSE due_after(NEW.unmirrored_since, interval '1 hour', 60) END;
	RETURN NEW;
END $$;
