-- Four weeks of texts and replies before the trial's noon, so that pages have something to compare with.
SET session_replication_role = replica;

CREATE TEMPORARY TABLE past AS
SELECT d, n, (date '2026-11-23' - d) + time '15:00' + n * CASE WHEN d = 0 THEN interval '2 minutes' ELSE interval '6 minutes' END AS clock,
	k.phone, k.prospect_id, (array_agg(o.phone) OVER ())[1 + n % 12] AS ours
FROM generate_series(0, 28) d
CROSS JOIN generate_series(1, 84) n
JOIN (SELECT *, row_number() OVER (ORDER BY phone) AS place, count(*) OVER () AS total FROM contact
	WHERE phone NOT IN (SELECT seller_phone FROM conversation)) k ON k.place = 1 + (d * 84 + n * 7) % k.total
LEFT JOIN LATERAL (SELECT phone FROM number ORDER BY phone OFFSET n % 12 LIMIT 1) o ON true
WHERE extract(isodow FROM date '2026-11-23' - d) < 6 AND n < 60 + 24 * (d % 2);

INSERT INTO conversation (id, sid, direction, kind, seller_phone, our_number, body, status, processed_by, prospect_id, segments,
	sent_at, delivered_at, created_at, mirrored_version, airtable_id)
SELECT gen_random_uuid(), 'SMpast' || d || 'x' || n, 'OUTBOUND', 'CAMPAIGN', p.phone, p.ours,
	'Hi ' || coalesce(nullif(q.first_name, ''), 'there') || ', Alex with Oak Street Homes. Do you still own ' || coalesce(q.address, 'the house')
		|| '? Reply STOP to opt out.',
	CASE WHEN n % 19 = 0 THEN 'UNDELIVERED' ELSE 'DELIVERED' END, 'CAMPAIGN_RUNNER', p.prospect_id, 1, clock AT TIME ZONE 'UTC',
	clock AT TIME ZONE 'UTC', clock AT TIME ZONE 'UTC', 1, 'rec' || substr(md5('o' || d || 'x' || n), 1, 14)
FROM past p JOIN prospect q ON q.id = p.prospect_id;

INSERT INTO conversation (id, sid, direction, seller_phone, our_number, body, status, stage, ai_intent, intent, confidence, classifier,
	summary, request, prospect_id, promotion, reply, received_at, classified_at, created_at, mirrored_version, airtable_id)
SELECT gen_random_uuid(), 'SMback' || d || 'x' || n, 'INBOUND', p.phone, p.ours, r.body,
	CASE WHEN r.intent = 'DNC' THEN 'OPT_OUT' END, r.stage, r.ai_intent, r.intent, r.confidence, 'embedded-3', r.summary,
	CASE WHEN r.intent = 'DNC' THEN 'STOP' ELSE 'NONE' END, p.prospect_id, 'STAYS', 'SENT', at, at, at, 1,
	'rec' || substr(md5('i' || d || 'x' || n), 1, 14)
FROM (SELECT *, (clock + interval '4 minutes') AT TIME ZONE 'UTC' AS at FROM past) p
JOIN (VALUES
	(0, 'Yes I do. What would you offer?', 'PRICE_QUALIFICATION', 'OFFER_DISCUSSION', 'POSITIVE', 0.93, 'owns it and asks for an offer'),
	(1, 'who is this', 'INTEREST_FEELER', 'WHO_IS_THIS', 'NEUTRAL', 0.97, 'asks who writes'),
	(2, 'Not interested thanks', 'OWNERSHIP_CONFIRMATION', 'NOT_INTERESTED', 'REJECT', 0.96, 'declines'),
	(3, 'maybe next spring, we are still fixing the roof', 'MOTIVATION_TIMELINE', 'DELAY', 'DELAY', 0.81, 'wants to wait until spring'),
	(4, 'STOP', 'OPT_OUT', 'OTHER', 'DNC', 0.99, 'asks us to stop'),
	(5, 'it depends', 'OWNERSHIP_CONFIRMATION', 'NEUTRAL', 'NEUTRAL', 0.42, 'says little'))
	AS r (place, body, stage, ai_intent, intent, confidence, summary) ON r.place = (d + n / 7) % 6
WHERE n % 7 = 0;

UPDATE contact k SET last_inbound_at = c.at, stage = c.stage, our_number = c.ours
FROM (SELECT DISTINCT ON (seller_phone) seller_phone, received_at AS at, stage, our_number AS ours FROM conversation
	WHERE sid LIKE 'SMback%' ORDER BY seller_phone, received_at DESC) c
WHERE k.phone = c.seller_phone;

INSERT INTO lead (id, phone, prospect_id, status, source, created_at, mirrored_version)
SELECT gen_random_uuid(), seller_phone, prospect_id, 'NEW', 'SMS', received_at, 1
FROM (SELECT DISTINCT ON (seller_phone) * FROM conversation WHERE sid LIKE 'SMback%' AND intent = 'POSITIVE'
	ORDER BY seller_phone, received_at DESC) c
ON CONFLICT DO NOTHING;

INSERT INTO needs_person (kind, conversation_id, phone, reason, since)
SELECT 'reply', id, seller_phone, 'two automatic replies in a row without progress', received_at FROM conversation
WHERE sid LIKE 'SMback%' AND ai_intent = 'OFFER_DISCUSSION' ORDER BY received_at DESC LIMIT 2;
INSERT INTO suggestion (message_id, seller_phone, body, segments, writer, suggested_at)
SELECT conversation_id, phone, 'Thanks for writing back. Could you tell me what shape the roof and the kitchen are in?', 1, 'GPT_4O', since
FROM needs_person WHERE kind = 'reply' ORDER BY since DESC LIMIT 1;

INSERT INTO kpi (metric, campaign, market, period, date_start, date_end, value, computed_at, mirrored_version)
SELECT v.metric, c.campaign, 'ALL', 'DAILY', day::date, day::date, round((v.value * c.share * (1 + 0.35 * sin(extract(doy FROM day) * 0.9)))::numeric, 2),
	now(), 1
FROM generate_series(date '2026-10-05', date '2026-11-22', interval '1 day') day
CROSS JOIN (VALUES ('ALL', 1.0), ('Houston owners', 0.6), ('Minneapolis owners', 0.4)) c (campaign, share)
CROSS JOIN (VALUES ('TOTAL_SENT', 420), ('DELIVERED', 398), ('RESPONSES', 49), ('OPTOUTS', 6), ('LEADS', 4), ('SEGMENTS', 455), ('COST', 3.41)) v (metric, value)
WHERE extract(isodow FROM day) < 6
UNION ALL
SELECT v.metric, 'ALL', 'ALL', 'DAILY', day::date, day::date, round((v.value * (1 + v.sway * sin(extract(doy FROM day) * 0.7)))::numeric, 2), now(), 1
FROM generate_series(date '2026-10-05', date '2026-11-22', interval '1 day') day
CROSS JOIN (VALUES ('DELIVERY_RATE', 94.6, 0.02), ('REPLY_RATE', 11.7, 0.1), ('OPTOUT_RATE', 1.4, 0.3), ('MEDIAN_RESPONSE_MINUTES', 3.2, 0.2)) v (metric, value, sway)
WHERE extract(isodow FROM day) < 6;

SET session_replication_role = origin;
