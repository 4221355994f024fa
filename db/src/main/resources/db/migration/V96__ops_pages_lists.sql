-- Lists on the ops pages that hold little of a large table.

-- Messages that nobody is sure of; a person's word makes them sure.
CREATE INDEX conversation_doubtful ON conversation (received_at) WHERE direction = 'INBOUND' AND confidence < 0.5;

-- What a campaign sent, by template, and who answered it.
CREATE INDEX conversation_campaign_sent ON conversation (campaign_id, template_version_id)
	WHERE campaign_id IS NOT NULL AND sent_at IS NOT NULL;
CREATE INDEX conversation_campaign_replies ON conversation (campaign_id) INCLUDE (seller_phone, request)
	WHERE campaign_id IS NOT NULL AND direction = 'INBOUND';
