-- When a changed row is to reach Airtable, and how urgently: decided where it changes, so that no writer can forget it.
--
-- Only what Airtable shows makes a row one version newer. A row that changes again and again (a text on its way, a
-- counter) waits a little, counted from its first change that Airtable has not seen, and is then written once in its
-- latest state. Changes that came from Airtable (SET LOCAL rei.pull = 'on') are not sent back.

CREATE FUNCTION from_airtable() RETURNS boolean LANGUAGE sql STABLE AS $$
	SELECT coalesce(current_setting('rei.pull', true), '') = 'on'
$$;

DO $$
DECLARE shown text;
BEGIN
	FOREACH shown IN ARRAY ARRAY ['prospect', 'campaign', 'number', 'lead', 'conversation', 'suppression', 'kpi'] LOOP
		EXECUTE format('ALTER TABLE %I
			ADD COLUMN unmirrored_since timestamptz NOT NULL DEFAULT clock_timestamp(),
			ADD COLUMN mirror_urgent boolean NOT NULL DEFAULT false,
			ADD COLUMN mirror_due timestamptz NOT NULL DEFAULT clock_timestamp(),
			ADD COLUMN mirror_cells text[] NOT NULL DEFAULT ''{}''', shown);
		EXECUTE format('DROP INDEX %I', shown || '_unmirrored');
		EXECUTE format('DROP TRIGGER %I ON %I', shown || '_version', shown);
		EXECUTE format('CREATE INDEX %I ON %I (mirror_urgent, mirror_due) WHERE version > mirrored_version',
			shown || '_unmirrored', shown);
		EXECUTE format('COMMENT ON COLUMN %I.mirror_cells IS
			''cells that people may edit too and that the engine changed: no other update writes them''', shown);
	END LOOP;
END $$;

ALTER TABLE kpi ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE;
ALTER TABLE parked ADD COLUMN version bigint;
COMMENT ON COLUMN parked.version IS 'of a row that Airtable refused: it is tried again once it has changed';

CREATE FUNCTION newer(was bigint, mirrored bigint, since timestamptz) RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
	SELECT CASE WHEN was > mirrored THEN since ELSE clock_timestamp() END
$$;

-- Prospects. A new one is waited for by its first message; one that never answered is in no hurry.
CREATE FUNCTION show_prospect() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' THEN
		NEW.unmirrored_since := newer(OLD.version, OLD.mirrored_version, OLD.unmirrored_since);
		NEW.version := OLD.version + 1;
		IF NEW.opt_out IS DISTINCT FROM OLD.opt_out THEN
			NEW.mirror_cells := NEW.mirror_cells || 'opt_out'::text;
		END IF;
	END IF;
	NEW.mirror_urgent := NEW.airtable_id IS NULL OR 'opt_out' = ANY (NEW.mirror_cells);
	NEW.mirror_due := NEW.unmirrored_since + CASE
		WHEN NEW.mirror_urgent THEN interval '0'
		WHEN NEW.reply_count = 0 AND NEW.status IN ('UNMESSAGED', 'QUEUED', 'MESSAGED') THEN interval '1 day'
		ELSE interval '1 minute' END;
	RETURN NEW;
END $$;
CREATE TRIGGER prospect_shown BEFORE INSERT ON prospect FOR EACH ROW EXECUTE FUNCTION show_prospect();
CREATE TRIGGER prospect_version BEFORE UPDATE ON prospect FOR EACH ROW
	WHEN (NOT from_airtable() AND (OLD.status, OLD.stage, OLD.opt_out, OLD.our_number, OLD.reply_count, OLD.send_count,
			OLD.last_activity)
		IS DISTINCT FROM (NEW.status, NEW.stage, NEW.opt_out, NEW.our_number, NEW.reply_count, NEW.send_count,
			NEW.last_activity))
	EXECUTE FUNCTION show_prospect();

-- Campaigns and numbers: counters, folded over five minutes.
CREATE FUNCTION show_campaign() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW.unmirrored_since := newer(OLD.version, OLD.mirrored_version, OLD.unmirrored_since);
	NEW.version := OLD.version + 1;
	IF NEW.status IS DISTINCT FROM OLD.status THEN
		NEW.mirror_cells := NEW.mirror_cells || 'status'::text;
	END IF;
	NEW.mirror_urgent := 'status' = ANY (NEW.mirror_cells);
	NEW.mirror_due := NEW.unmirrored_since + CASE
		WHEN NEW.mirror_urgent THEN interval '0' ELSE interval '5 minutes' END;
	RETURN NEW;
END $$;
CREATE TRIGGER campaign_version BEFORE UPDATE ON campaign FOR EACH ROW
	WHEN (NOT from_airtable() AND (OLD.status, OLD.total_sent, OLD.replies, OLD.opt_outs, OLD.leads, OLD.offers,
			OLD.failed, OLD.contacts, OLD.last_run_at, OLD.last_run_result)
		IS DISTINCT FROM (NEW.status, NEW.total_sent, NEW.replies, NEW.opt_outs, NEW.leads, NEW.offers, NEW.failed,
			NEW.contacts, NEW.last_run_at, NEW.last_run_result))
	EXECUTE FUNCTION show_campaign();

CREATE FUNCTION show_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW.unmirrored_since := newer(OLD.version, OLD.mirrored_version, OLD.unmirrored_since);
	NEW.version := OLD.version + 1;
	NEW.mirror_due := NEW.unmirrored_since + interval '5 minutes';
	RETURN NEW;
END $$;
CREATE TRIGGER number_version BEFORE UPDATE ON number FOR EACH ROW
	WHEN (NOT from_airtable() AND (OLD.daily_limit, OLD.quota_date, OLD.sent_today, OLD.delivered_today,
			OLD.failed_today, OLD.opt_out_today, OLD.sent_total, OLD.delivered_total, OLD.failed_total,
			OLD.opt_out_total, OLD.last_used_at)
		IS DISTINCT FROM (NEW.daily_limit, NEW.quota_date, NEW.sent_today, NEW.delivered_today, NEW.failed_today,
			NEW.opt_out_today, NEW.sent_total, NEW.delivered_total, NEW.failed_total, NEW.opt_out_total,
			NEW.last_used_at))
	EXECUTE FUNCTION show_number();

-- Leads: a new one at once, its aggregates folded. Its status belongs to people once it is shown.
CREATE FUNCTION show_lead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' THEN
		NEW.unmirrored_since := newer(OLD.version, OLD.mirrored_version, OLD.unmirrored_since);
		NEW.version := OLD.version + 1;
	END IF;
	NEW.mirror_urgent := NEW.airtable_id IS NULL;
	NEW.mirror_due := NEW.unmirrored_since + CASE
		WHEN NEW.mirror_urgent THEN interval '0' ELSE interval '1 minute' END;
	RETURN NEW;
END $$;
CREATE TRIGGER lead_shown BEFORE INSERT ON lead FOR EACH ROW EXECUTE FUNCTION show_lead();
CREATE TRIGGER lead_version BEFORE UPDATE ON lead FOR EACH ROW
	WHEN (NOT from_airtable() AND (OLD.prospect_id, OLD.campaign_id, OLD.source, OLD.sent_count, OLD.reply_count,
			OLD.delivered_count, OLD.failed_count, OLD.last_activity, OLD.last_inbound, OLD.last_outbound,
			OLD.last_direction, OLD.last_delivery_status, OLD.last_message, OLD.response_minutes)
		IS DISTINCT FROM (NEW.prospect_id, NEW.campaign_id, NEW.source, NEW.sent_count, NEW.reply_count,
			NEW.delivered_count, NEW.failed_count, NEW.last_activity, NEW.last_inbound, NEW.last_outbound,
			NEW.last_direction, NEW.last_delivery_status, NEW.last_message, NEW.response_minutes))
	EXECUTE FUNCTION show_lead();

-- Conversations. What a seller said is shown at once, after the moment in which it is linked, classified and promoted;
-- so is the first sight of an answer. A text on its way waits for its end.
CREATE FUNCTION show_conversation() RETURNS trigger LANGUAGE plpgsql AS $$
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
	NEW.mirror_due := NEW.unmirrored_since + CASE
		WHEN NEW.direction = 'INBOUND' THEN
			CASE WHEN NEW.status = 'OPT_OUT' AND NEW.airtable_id IS NULL THEN interval '0' ELSE interval '2 seconds' END
		WHEN NEW.mirror_urgent OR NEW.status IN ('DELIVERED', 'UNDELIVERED', 'FAILED', 'OPT_OUT') THEN interval '2 seconds'
		WHEN NEW.status = 'SENT' THEN interval '5 minutes'
		ELSE interval '1 hour' END;
	RETURN NEW;
END $$;
CREATE TRIGGER conversation_shown BEFORE INSERT ON conversation FOR EACH ROW EXECUTE FUNCTION show_conversation();
CREATE TRIGGER conversation_version BEFORE UPDATE ON conversation FOR EACH ROW
	WHEN (NOT from_airtable() AND (OLD.sid, OLD.our_number, OLD.body, OLD.status, OLD.stage, OLD.processed_by,
			OLD.ai_intent, OLD.intent, OLD.summary, OLD.prospect_id, OLD.lead_id, OLD.campaign_id,
			OLD.template_version_id, OLD.ai_trigger, OLD.received_at, OLD.processed_at, OLD.sent_at, OLD.last_retry_at,
			OLD.response_minutes)
		IS DISTINCT FROM (NEW.sid, NEW.our_number, NEW.body, NEW.status, NEW.stage, NEW.processed_by, NEW.ai_intent,
			NEW.intent, NEW.summary, NEW.prospect_id, NEW.lead_id, NEW.campaign_id, NEW.template_version_id,
			NEW.ai_trigger, NEW.received_at, NEW.processed_at, NEW.sent_at, NEW.last_retry_at, NEW.response_minutes))
	EXECUTE FUNCTION show_conversation();

-- Opt-outs at once; a wrong number is no opt-out and a lifted one keeps its row (decision 8).
CREATE FUNCTION show_suppression() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' THEN
		NEW.unmirrored_since := newer(OLD.version, OLD.mirrored_version, OLD.unmirrored_since);
		NEW.version := OLD.version + 1;
	END IF;
	NEW.mirror_urgent := true;
	NEW.mirror_due := CASE WHEN NEW.reason = 'WRONG_NUMBER' THEN 'infinity' ELSE NEW.unmirrored_since END;
	RETURN NEW;
END $$;
CREATE TRIGGER suppression_shown BEFORE INSERT ON suppression FOR EACH ROW EXECUTE FUNCTION show_suppression();
CREATE TRIGGER suppression_version BEFORE UPDATE ON suppression FOR EACH ROW
	WHEN ((OLD.reason, OLD.source, OLD.original_message, OLD.since)
		IS DISTINCT FROM (NEW.reason, NEW.source, NEW.original_message, NEW.since))
	EXECUTE FUNCTION show_suppression();

-- Key figures, folded over five minutes.
CREATE FUNCTION show_kpi() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' THEN
		NEW.unmirrored_since := newer(OLD.version, OLD.mirrored_version, OLD.unmirrored_since);
		NEW.version := OLD.version + 1;
	END IF;
	NEW.mirror_due := NEW.unmirrored_since + interval '5 minutes';
	RETURN NEW;
END $$;
CREATE TRIGGER kpi_shown BEFORE INSERT ON kpi FOR EACH ROW EXECUTE FUNCTION show_kpi();
CREATE TRIGGER kpi_version BEFORE UPDATE ON kpi FOR EACH ROW WHEN (OLD.value IS DISTINCT FROM NEW.value)
	EXECUTE FUNCTION show_kpi();

DROP FUNCTION bump_version();
