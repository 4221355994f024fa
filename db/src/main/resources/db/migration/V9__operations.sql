-- What people need to see: records set aside, texts that wait for a person, problems, and the engine's own notes.

CREATE TABLE parked (
	id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	job         text NOT NULL,
	step        text NOT NULL,
	key         text NOT NULL,
	error       text NOT NULL,
	attempts    integer NOT NULL DEFAULT 1,
	since       timestamptz NOT NULL,
	UNIQUE (step, key)
);

CREATE TABLE needs_person (
	id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	kind            text NOT NULL,
	conversation_id uuid NOT NULL,
	phone           text NOT NULL,
	reason          text NOT NULL,
	suggestion      text,
	since           timestamptz NOT NULL,
	resolved_at     timestamptz,
	resolution      text,
	UNIQUE (kind, conversation_id)
);
CREATE INDEX needs_person_open ON needs_person (since) WHERE resolved_at IS NULL;

CREATE TABLE problem (
	code    text NOT NULL,
	subject text NOT NULL DEFAULT '',
	what    text NOT NULL,
	fix     text NOT NULL,
	since timestamptz NOT NULL,
	seen  timestamptz NOT NULL,
	PRIMARY KEY (code, subject)
);

-- Small facts the engine keeps about itself: pull cursors, the sandbox clock.
CREATE TABLE note (
	key     text PRIMARY KEY,
	value   text NOT NULL,
	updated timestamptz NOT NULL
);
