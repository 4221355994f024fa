-- KPI rows: counted once a window, rerun at will (decision 41). campaign and market are 'ALL' where all are meant.

CREATE TABLE kpi (
	metric           text NOT NULL,
	campaign         text NOT NULL,
	market           text NOT NULL,
	period           text NOT NULL CHECK (period IN ('DAILY', 'WEEKLY', 'MONTHLY')),
	date_start       date NOT NULL,
	date_end         date NOT NULL,
	value            numeric(18, 4) NOT NULL,
	computed_at      timestamptz NOT NULL,
	airtable_id      text UNIQUE,
	mirror_key       text,
	version          bigint NOT NULL DEFAULT 1,
	mirrored_version bigint NOT NULL DEFAULT 0,
	PRIMARY KEY (metric, campaign, market, period, date_start)
);
CREATE INDEX kpi_unmirrored ON kpi (period, date_start) WHERE version > mirrored_version;
CREATE TRIGGER kpi_version BEFORE UPDATE ON kpi FOR EACH ROW
	WHEN (OLD.value IS DISTINCT FROM NEW.value AND OLD.mirrored_version = NEW.mirrored_version)
	EXECUTE FUNCTION bump_version();
