-- How templates, campaigns and numbers fare with carriers and sellers, by the texts of the last days.

CREATE TABLE health (
	scope          text NOT NULL CHECK (scope IN ('TEMPLATE', 'CAMPAIGN', 'NUMBER')),
	subject        text NOT NULL,
	name           text NOT NULL,
	settled        integer NOT NULL,
	delivered      integer NOT NULL,
	filtered       integer NOT NULL,
	opted_out      integer NOT NULL,
	delivered_low  double precision NOT NULL,
	delivered_high double precision NOT NULL,
	filtered_low   double precision NOT NULL,
	filtered_high  double precision NOT NULL,
	opted_out_low  double precision NOT NULL,
	opted_out_high double precision NOT NULL,
	-- What is past a threshold, if anything is.
	reason         text,
	-- When it was stopped last: what went before counts no more once a person lets it go on.
	stopped_at     timestamptz,
	judged_at      timestamptz NOT NULL,
	PRIMARY KEY (scope, subject)
);

ALTER TABLE pause DROP CONSTRAINT pause_scope_check;
ALTER TABLE pause ADD CONSTRAINT pause_scope_check CHECK (scope IN ('all', 'market', 'campaign', 'number', 'template'));

-- The day from which a number warms up.
ALTER TABLE number ADD COLUMN first_used_at timestamptz;
UPDATE number SET first_used_at = created_at WHERE last_used_at IS NOT NULL;

CREATE INDEX attempt_decided ON attempt (decided_at) WHERE allowed;
