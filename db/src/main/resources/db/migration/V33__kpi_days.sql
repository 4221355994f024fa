-- Days whose count is final: late receipts are waited for until the day after is over.

CREATE TABLE kpi_day (
	day       date PRIMARY KEY,
	closed_at timestamptz NOT NULL
);

-- Weeks and months are summed up from their days.
CREATE INDEX kpi_window ON kpi (period, date_start);
CREATE INDEX conversation_answered ON conversation (sent_at)
	WHERE direction = 'OUTBOUND' AND response_minutes IS NOT NULL;
