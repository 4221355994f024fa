-- What AI engines were asked for: their reading of doubtful messages, the replies they wrote, and what that cost.
-- Each answer is kept by itself as it comes, so that no run pays for it twice and none waits within a transaction.
CREATE TABLE model_reading (
	message_id uuid PRIMARY KEY REFERENCES conversation (id),
	engine     text,
	ai_intent  text,
	opt_out    boolean NOT NULL DEFAULT false,
	threat     boolean NOT NULL DEFAULT false,
	willing    boolean NOT NULL DEFAULT false,
	confidence real,
	reason     text NOT NULL,
	read_at    timestamptz NOT NULL
);

CREATE TABLE model_reply (
	message_id uuid PRIMARY KEY REFERENCES conversation (id),
	engine     text,
	body       text,
	segments   integer,
	reason     text NOT NULL,
	written_at timestamptz NOT NULL
);

CREATE TABLE model_usage (
	day             date NOT NULL,
	engine          text NOT NULL,
	purpose         text NOT NULL,
	calls           bigint NOT NULL DEFAULT 0,
	refused         bigint NOT NULL DEFAULT 0,
	asked_tokens    bigint NOT NULL DEFAULT 0,
	answered_tokens bigint NOT NULL DEFAULT 0,
	milliseconds    bigint NOT NULL DEFAULT 0,
	dollars         numeric(14, 6) NOT NULL DEFAULT 0,
	PRIMARY KEY (day, engine, purpose)
);
