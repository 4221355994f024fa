package rei.sms.jobs.launch;

import java.util.List;

import rei.sms.db.mirror.MirroredRows;
import rei.sms.db.mirror.PullSchedule;

/**
 * Jobs that a worker runs one after another, on a thread of their own: what waits for
 * Airtable holds up nobody else.
 *
 * @param name of the thread
 * @param jobs each with what tells whether it has work
 */
record Lane(String name, List<DueJob> jobs) {

	/**
	 * A job and the query that tells whether it has work; a tick without work leaves no
	 * execution behind.
	 *
	 * @param due a query that answers whether there is work; {@code :now} is the engine's
	 * time
	 * @param pace how often at most it runs
	 * @param next a query that answers in how many seconds there will be work, or null;
	 * {@code :now} is the engine's time
	 */
	record DueJob(String job, String due, Pace pace, String next) {

		DueJob(String job, String due) {
			this(job, due, Pace.AT_ONCE);
		}

		DueJob(String job, String due, Pace pace) {
			this(job, due, pace, "SELECT NULL::float8");
		}

	}

	/** How often a job runs at most. */
	enum Pace {

		/** As soon as there is work. */
		AT_ONCE,
		/** At the reports' interval. */
		REPORTS,
		/** Once an hour. */
		HOURLY

	}

	static final List<Lane> ALL = List.of(new Lane("inbound", List.of(new DueJob("autolinker", """
			SELECT EXISTS (SELECT 1 FROM inbound i WHERE linked_at IS NULL
					AND NOT EXISTS (SELECT 1 FROM parked p WHERE p.step = 'link-inbound' AND p.key = i.sid))
				OR EXISTS (SELECT 1 FROM outbound_echo e WHERE linked_at IS NULL
					AND NOT EXISTS (SELECT 1 FROM parked p WHERE p.step = 'link-echoes' AND p.key = e.sid))
			"""), new DueJob("intent-batch", """
			SELECT EXISTS (SELECT 1 FROM conversation c WHERE direction = 'INBOUND' AND classified_at IS NULL
				AND NOT EXISTS (SELECT 1 FROM parked p WHERE p.step = 'classify-inbound' AND p.key = c.id::text))
			"""), new DueJob("lead-promoter", """
			SELECT EXISTS (SELECT 1 FROM conversation c WHERE direction = 'INBOUND' AND classified_at IS NOT NULL
				AND promotion IS NULL
				AND NOT EXISTS (SELECT 1 FROM parked p WHERE p.step = 'promote-qualified' AND p.key = c.id::text))
			"""), new DueJob("autoresponder", """
			SELECT EXISTS (SELECT 1 FROM conversation c WHERE direction = 'INBOUND' AND classified_at IS NOT NULL
					AND reply IS NULL
					AND NOT EXISTS (SELECT 1 FROM parked p WHERE p.step = 'answer-sellers' AND p.key = c.id::text))
				OR EXISTS (SELECT 1 FROM outbox WHERE state = 'QUEUED' AND not_before <= :now AND kind <> 'CAMPAIGN')
			"""))), new Lane("receipts", List.of(new DueJob("delivery-receipts", """
			SELECT EXISTS (SELECT 1 FROM receipt r WHERE state = 'PENDING'
				AND NOT EXISTS (SELECT 1 FROM parked p
					WHERE p.step = 'apply-receipts' AND p.key = r.sid || ' ' || r.status))
			"""))), new Lane("sending", List.of(new DueJob("enrichment", """
			SELECT EXISTS (SELECT 1 FROM contact WHERE enriched_at IS NULL)
			"""),
			new DueJob("campaign-send",
					"""
							SELECT EXISTS (SELECT 1 FROM outbox WHERE state = 'QUEUED' AND not_before <= :now AND kind = 'CAMPAIGN')
								OR EXISTS (SELECT 1 FROM campaign m JOIN campaign_prospect p ON p.campaign_id = m.id
									WHERE p.planned_at IS NULL AND m.status = 'RUNNING' AND (m.start_time IS NULL OR m.start_time <= :now)
										AND (m.end_time IS NULL OR m.end_time > :now)
										AND NOT EXISTS (SELECT 1 FROM campaign_hold h WHERE h.campaign_id = m.id AND h.look_at > :now))
								OR EXISTS (SELECT 1 FROM campaign m WHERE m.status = 'RUNNING'
									AND EXISTS (SELECT 1 FROM campaign_prospect p WHERE p.campaign_id = m.id)
									AND NOT EXISTS (SELECT 1 FROM campaign_prospect p WHERE p.campaign_id = m.id AND p.planned_at IS NULL)
									AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.campaign_id = m.id))
								OR EXISTS (SELECT 1 FROM campaign WHERE (status = 'SCHEDULED' AND start_time <= :now)
									OR (status IN ('RUNNING', 'SCHEDULED') AND end_time <= :now))
							"""),
			new DueJob("retry", """
					SELECT EXISTS (SELECT 1 FROM outbox WHERE (state = 'RETRY' AND not_before <= :now)
						OR (state IN ('SENDING', 'UNKNOWN') AND claimed_at < :now::timestamptz - interval '1 minute'))
					"""))),
			new Lane("airtable-pull",
					List.of(new DueJob("airtable-pull", PullSchedule.IS_DUE, Pace.AT_ONCE, PullSchedule.NEXT_DUE))),
			new Lane("airtable-push",
					List.of(new DueJob("airtable-push", MirroredRows.IS_DUE, Pace.AT_ONCE, MirroredRows.NEXT_DUE))),
			new Lane("clock",
					List.of(new DueJob("quota-reset", "SELECT true", Pace.REPORTS),
							new DueJob("kpi-rollup", "SELECT true", Pace.REPORTS))),
			new Lane("airtable-retire", List.of(new DueJob("airtable-retire", "SELECT true", Pace.HOURLY))));

}
