-- Whether a seller wrote something that nobody has understood yet: asked of every text before it goes.
CREATE INDEX conversation_unheard ON conversation (seller_phone)
	WHERE direction = 'INBOUND' AND classified_at IS NULL;
