-- Receipts in the order in which they were applied: where traces are told, each is told once.
CREATE INDEX receipt_applied ON receipt (applied_at) WHERE applied_at IS NOT NULL;
