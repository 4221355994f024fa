-- What people corrected, kept as examples to learn from; about a third of them are never learnt from and measure.
CREATE TABLE label_example (
	message_id   uuid PRIMARY KEY REFERENCES conversation (id),
	body         text NOT NULL,
	asked        text,
	ai_intent    text NOT NULL,
	intent       text NOT NULL,
	opt_out      boolean NOT NULL,
	held_out     boolean NOT NULL,
	source       text NOT NULL,
	corrected_at timestamptz NOT NULL
);

-- Every model that was learnt here. At most one stands; with none the build's own does.
CREATE TABLE classifier_model (
	id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	base           text NOT NULL,
	examples       integer NOT NULL,
	held_out       integer,
	right_answers  integer,
	standing_right integer,
	verdict        text,
	heads          bytea NOT NULL,
	learnt_at      timestamptz NOT NULL,
	compared_at    timestamptz,
	standing       boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX classifier_model_standing ON classifier_model (base) WHERE standing;
