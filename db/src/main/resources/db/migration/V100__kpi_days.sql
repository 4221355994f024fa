-- Key figures by number and by template too, and days whose count is final.

-- Late receipts are waited for until the day after is over.
CREATE TABLE kpi_day (
	day       date PRIMARY KEY,
	closed_at timestamptz NOT NULL
);

ALTER TABLE kpi
	ADD COLUMN number   text NOT NULL DEFAULT 'ALL',
	ADD COLUMN template text NOT NULL DEFAULT 'ALL',
	ADD COLUMN shown    boolean NOT NULL DEFAULT true,
	DROP CONSTRAINT kpi_pkey,
	ADD PRIMARY KEY (metric, campaign, market, number, template, period, date_start);
COMMENT ON COLUMN kpi.shown IS 'whether the Performance base has the fields that tell the row from others';

-- Weeks and months are summed up from their days.
CREATE INDEX kpi_window ON kpi (period, date_start);
CREATE INDEX conversation_answered ON conversation (sent_at)
	WHERE direction = 'OUTBOUND' AND response_minutes IS NOT NULL;

-- What Airtable could not tell apart does not wait for it.
CREATE OR REPLACE FUNCTION show_kpi() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' THEN
		NEW.unmirrored_since := newer(OLD.version, OLD.mirrored_version, OLD.unmirrored_since);
		NEW.version := OLD.version + 1;
	END IF;
	IF NOT NEW.shown THEN
		NEW.mirrored_version := NEW.version;
	END IF;
	NEW.mirror_due := due_after(NEW.unmirrored_since, interval '5 minutes', 60);
	RETURN NEW;
END $$;
DROP TRIGGER kpi_version ON kpi;
CREATE TRIGGER kpi_version BEFORE UPDATE ON kpi FOR EACH ROW
	WHEN ((OLD.value, OLD.shown) IS DISTINCT FROM (NEW.value, NEW.shown))
	EXECUTE FUNCTION show_kpi();
