-- What sellers told beside their topic: price, when to write again, reasons, the state of the house, their language.
-- A message keeps its own (conversation.facts); the contact has the latest of each.
ALTER TABLE contact
	ADD COLUMN asking_low bigint,
	ADD COLUMN asking_high bigint,
	ADD COLUMN write_again date,
	ADD COLUMN reasons text[] NOT NULL DEFAULT '{}',
	ADD COLUMN conditions text[] NOT NULL DEFAULT '{}',
	ADD COLUMN language text;
