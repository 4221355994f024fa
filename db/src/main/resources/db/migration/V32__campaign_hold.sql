-- What holds a campaign that runs, and when it is worth looking again; no row, nothing holds it.

CREATE TABLE campaign_hold (
	campaign_id uuid PRIMARY KEY REFERENCES campaign (id) ON DELETE CASCADE,
	reason      text NOT NULL,
	since       timestamptz NOT NULL,
	look_at     timestamptz NOT NULL
);
