-- {contacts} sellers of 60 campaigns with 10 messages each, two campaigns still under way; everything that pages list.
-- Triggers, checks of references and indexes only slow the filling down: the indexes are made anew at its end.

SET session_replication_role = replica;
SET maintenance_work_mem = '512MB';
CREATE TEMP TABLE made_anew AS
	SELECT indexrelid::regclass AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
	WHERE indrelid IN ('conversation'::regclass, 'contact'::regclass, 'prospect'::regclass, 'attempt'::regclass,
			'prospect_words'::regclass, 'recipient'::regclass)
		AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid);
DO $$
DECLARE each record;
BEGIN
	FOR each IN SELECT * FROM made_anew LOOP
		EXECUTE format('DROP INDEX %s', each.name);
	END LOOP;
END $$;

INSERT INTO number (phone, market, created_at)
	SELECT '+1832555' || lpad(n::text, 4, '0'), 'Houston', '2026-01-01' FROM generate_series(1, 100) n;
INSERT INTO campaign (id, name, status, market, total_sent, created_at)
	SELECT md5('c' || n)::uuid, 'Campaign ' || n, CASE WHEN n < 2 THEN 'RUNNING' ELSE 'COMPLETED' END, 'Houston', {contacts} * 8 / 60, '2026-01-01'
	FROM generate_series(0, 99) n;
INSERT INTO template SELECT md5('t' || n)::uuid, 'rec' || n, true, '2026-01-01' FROM generate_series(0, 3) n;
INSERT INTO template_version
	SELECT md5('v' || n)::uuid, md5('t' || n)::uuid, 1, NULL, NULL, 'Template ' || n, NULL, 'Hello, is it yours?', '2026-01-01'
	FROM generate_series(0, 3) n;
INSERT INTO prospect (id, name, phone1, address, city, state, created_at, mirrored_version)
	SELECT md5('p' || n)::uuid, 'Owner N' || n, '+1713' || lpad(n::text, 7, '0'), (n % 9000) || ' Oak Street', 'Houston', 'TX',
		'2026-01-01', 1 FROM generate_series(1, {contacts}) n;
INSERT INTO prospect_words SELECT p.id, words_of(p) FROM prospect p;
INSERT INTO contact (phone, prospect_id, our_number, last_inbound_at, enriched_at, created_at)
	SELECT '+1713' || lpad(n::text, 7, '0'), md5('p' || n)::uuid, '+1832555' || lpad((1 + n % 100)::text, 4, '0'),
		CASE WHEN n % 5 = 0 THEN timestamptz '2026-11-23 18:00Z' - n * interval '20 seconds' END, '2026-01-01', '2026-01-01'
	FROM generate_series(1, {contacts}) n;
INSERT INTO conversation (id, sid, direction, seller_phone, our_number, body, status, prospect_id, campaign_id,
		template_version_id, sent_at, received_at, created_at, classified_at, promotion, reply, confidence, ai_intent, intent,
		mirrored_version)
	SELECT md5(m || ' ' || n)::uuid, 'SM-' || m || '-' || n, CASE WHEN m % 5 = 0 THEN 'INBOUND' ELSE 'OUTBOUND' END,
		'+1713' || lpad(n::text, 7, '0'), '+1832555' || lpad((1 + n % 100)::text, 4, '0'), 'Hello, is the house still yours?',
		CASE WHEN m % 5 = 0 THEN NULL WHEN n % 40 = 0 THEN 'UNDELIVERED' ELSE 'DELIVERED' END, md5('p' || n)::uuid,
		md5('c' || n % 60)::uuid, CASE WHEN m % 5 > 0 THEN md5('v' || n % 4)::uuid END, CASE WHEN m % 5 > 0 THEN at END,
		CASE WHEN m % 5 = 0 THEN at END, at, CASE WHEN m % 5 = 0 THEN at END, 'STAYS', 'SENT',
		CASE WHEN m % 5 = 0 THEN CASE WHEN n % 1000 = 0 THEN 0.4 ELSE 0.9 END END, 'NEUTRAL', 'NEUTRAL', (n > 500)::int
	FROM generate_series(1, {contacts}) n, generate_series(1, 10) m,
		LATERAL (SELECT timestamptz '2026-11-23 18:00Z' - (n::bigint * 10 + m) * interval '2 seconds' AS at) t;
-- One seller who talks much.
INSERT INTO conversation (id, sid, direction, seller_phone, our_number, body, status, prospect_id, sent_at, received_at,
		created_at, classified_at, promotion, reply, confidence, ai_intent, intent, facts, mirrored_version)
	SELECT md5('long ' || m)::uuid, 'SM-long-' || m, CASE WHEN m % 2 = 0 THEN 'INBOUND' ELSE 'OUTBOUND' END, '+17130000123',
		'+18325550001', 'Well, I have thought about it and talked with my brother.', CASE WHEN m % 2 > 0 THEN 'DELIVERED' END,
		md5('p123')::uuid, CASE WHEN m % 2 > 0 THEN at END, CASE WHEN m % 2 = 0 THEN at END, at, CASE WHEN m % 2 = 0 THEN at END,
		'STAYS', 'SENT', 0.8, 'NEUTRAL', 'NEUTRAL', '{"asking_price": 210000}', 1
	FROM generate_series(1, 100) m, LATERAL (SELECT timestamptz '2026-11-23 18:00Z' - m * interval '9 minutes' AS at) t;
INSERT INTO recipient (campaign_id, phone, prospect_id, outcome, conversation_id, planned_at)
	SELECT campaign_id, seller_phone, prospect_id, 'CHOSEN', id, created_at FROM conversation WHERE sid LIKE 'SM-1-%';
INSERT INTO campaign_prospect (campaign_id, prospect_id, planned_at)
	SELECT md5('c' || c)::uuid, md5('p' || n)::uuid, CASE WHEN n % 2 = 0 THEN timestamptz '2026-11-20' END
	FROM generate_series(0, 1) c, generate_series(1, 100000) n;
INSERT INTO campaign_unplanned
	SELECT campaign_id, count(*) FROM campaign_prospect WHERE planned_at IS NULL GROUP BY campaign_id;
INSERT INTO outbox (conversation_id, seller_phone, our_number, campaign_id, kind, priority, state, not_before, segments, queued_at)
	SELECT md5('o' || n)::uuid, '+1713' || lpad(n::text, 7, '0'), '+18325550001', md5('c' || n % 2)::uuid, 'CAMPAIGN', 5, 'QUEUED',
		timestamptz '2026-11-23 18:00Z' + n * interval '1 second', 1, '2026-11-23 17:00Z' FROM generate_series(1, 20000) n;
INSERT INTO attempt (conversation_id, seller_phone, our_number, decided_at, allowed, rule, rule_version, segments, outcome, sid)
	SELECT id, seller_phone, our_number, sent_at, true, 'allowed', '1', 1, 'TAKEN', sid FROM conversation WHERE sent_at IS NOT NULL;
INSERT INTO needs_person (kind, conversation_id, phone, reason, since)
	SELECT 'threat', md5('5 ' || n)::uuid, '+1713' || lpad(n::text, 7, '0'), 'look', '2026-11-23 17:00Z' FROM generate_series(1, 100) n;
INSERT INTO parked (job, step, key, error, since)
	SELECT 'airtable-push', 'push-conversations', md5('5 ' || n)::uuid::text, 'Airtable refused the row', '2026-11-23 17:00Z'
	FROM generate_series(1, 100) n;
INSERT INTO kpi (metric, campaign, market, period, date_start, date_end, value, computed_at, mirrored_version)
	SELECT metric, c, 'ALL', 'DAILY', d::date, d::date, 1000, now(), 1 FROM generate_series(date '2026-08-01', date '2026-11-22', '1 day') d,
		(SELECT 'ALL' AS c UNION ALL SELECT name FROM campaign) c,
		unnest(ARRAY['TOTAL_SENT', 'DELIVERED', 'RESPONSES', 'OPTOUTS', 'LEADS', 'SEGMENTS', 'COST', 'DELIVERY_RATE', 'REPLY_RATE', 'OPTOUT_RATE']) metric;
INSERT INTO batch_job_instance SELECT n, 0, (ARRAY['retry', 'autolinker', 'airtable-push'])[1 + n % 3], n::text FROM generate_series(1, 20000) n;
INSERT INTO batch_job_execution
	SELECT n, 0, n, now(), now(), now(), 'COMPLETED', 'COMPLETED', '', now() FROM generate_series(1, 20000) n;
INSERT INTO batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time, start_time, end_time, status,
		commit_count, read_count, filter_count, write_count, read_skip_count, write_skip_count, process_skip_count, rollback_count)
	SELECT n * 2 + s, 1, 'step ' || s, n, now(), now(), now(), 'COMPLETED', 5, 100, 0, 100, 0, 0, 0, 0
	FROM generate_series(1, 20000) n, generate_series(0, 1) s;

DO $$
DECLARE each record;
BEGIN
	FOR each IN SELECT * FROM made_anew LOOP
		EXECUTE each.definition;
	END LOOP;
END $$;
SET session_replication_role = origin;
