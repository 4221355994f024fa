-- The windows of one campaign, market, number or template, without those of all others.
CREATE INDEX kpi_subject ON kpi (period, campaign, market, number, template, date_start);
