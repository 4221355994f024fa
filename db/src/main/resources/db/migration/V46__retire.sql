-- Conversations that Airtable shows, oldest first: how many there are, and which leave when the base fills up.
CREATE INDEX conversation_on_show ON conversation (created_at, id)
	WHERE airtable_id IS NOT NULL AND retired_at IS NULL;

-- What left Airtable is not shown again, whatever becomes of it.
CREATE FUNCTION keep_retired() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW.mirror_due := 'infinity';
	RETURN NEW;
END $$;
CREATE TRIGGER conversation_z_retired BEFORE UPDATE ON conversation FOR EACH ROW
	WHEN (NEW.retired_at IS NOT NULL) EXECUTE FUNCTION keep_retired();
