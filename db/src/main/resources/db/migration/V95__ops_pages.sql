-- What the ops pages need: who is signed in, what happened by the hour, whom a word names.

-- A session is known by a keyed digest of its cookie: whoever reads this table can't sign in with it.
CREATE TABLE ops_session (
	digest    text PRIMARY KEY,
	opened_at timestamptz NOT NULL,
	seen_at   timestamptz NOT NULL
);

-- Tries to sign in that have not succeeded, shared by all processes.
CREATE TABLE ops_sign_in (
	id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	address text NOT NULL,
	at      timestamptz NOT NULL
);
CREATE INDEX ops_sign_in_address ON ops_sign_in (address, at);
CREATE INDEX ops_sign_in_at ON ops_sign_in (at);

-- What happened in each hour, by our number; the row without a number is there for every hour that was counted.
CREATE TABLE activity (
	hour       timestamptz NOT NULL,
	our_number text NOT NULL DEFAULT '',
	sent       integer NOT NULL DEFAULT 0,
	delivered  integer NOT NULL DEFAULT 0,
	failed     integer NOT NULL DEFAULT 0,
	replies    integer NOT NULL DEFAULT 0,
	opt_outs   integer NOT NULL DEFAULT 0,
	leads      integer NOT NULL DEFAULT 0,
	counted_at timestamptz NOT NULL,
	PRIMARY KEY (hour, our_number)
);

-- Names and addresses by their words, beside the prospects: what sending changes there all day never comes here.
CREATE TABLE prospect_words (
	prospect_id uuid PRIMARY KEY REFERENCES prospect (id) ON DELETE CASCADE,
	words       tsvector NOT NULL
);
CREATE FUNCTION words_of(prospect) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
	SELECT to_tsvector('simple', concat_ws(' ', $1.name, $1.first_name, $1.last_name, $1.address, $1.city, $1.zip))
$$;
CREATE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO prospect_words VALUES (NEW.id, words_of(NEW))
	ON CONFLICT (prospect_id) DO UPDATE SET words = excluded.words;
	RETURN NULL;
END $$;
INSERT INTO prospect_words SELECT p.id, words_of(p) FROM prospect p;
CREATE INDEX prospect_words_words ON prospect_words USING gin (words);
CREATE TRIGGER prospect_words_new AFTER INSERT ON prospect FOR EACH ROW EXECUTE FUNCTION keep_words();
CREATE TRIGGER prospect_words_changed AFTER UPDATE ON prospect FOR EACH ROW
	WHEN ((OLD.name, OLD.first_name, OLD.last_name, OLD.address, OLD.city, OLD.zip)
		IS DISTINCT FROM (NEW.name, NEW.first_name, NEW.last_name, NEW.address, NEW.city, NEW.zip))
	EXECUTE FUNCTION keep_words();

-- Threads, the one with the latest reply first.
CREATE INDEX contact_latest ON contact (last_inbound_at DESC, phone DESC) WHERE last_inbound_at IS NOT NULL;
