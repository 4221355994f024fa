-- Tells listening workers that something landed; a worker that hears nothing looks by itself all the same.
CREATE FUNCTION notice_work() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_notify('work', TG_TABLE_NAME);
	RETURN NULL;
END $$;
CREATE TRIGGER inbound_notice AFTER INSERT ON inbound FOR EACH STATEMENT EXECUTE FUNCTION notice_work();
CREATE TRIGGER outbound_echo_notice AFTER INSERT ON outbound_echo FOR EACH STATEMENT EXECUTE FUNCTION notice_work();
CREATE TRIGGER receipt_notice AFTER INSERT ON receipt FOR EACH STATEMENT EXECUTE FUNCTION notice_work();
