package rei.sms.jobs.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.db.Sql;
import rei.sms.db.campaign.Templates;
import rei.sms.db.contact.Stage;
import rei.sms.db.outbox.DueTexts;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;
import rei.sms.jobs.campaign.Rehearsal;
import rei.sms.jobs.campaign.Rehearsed;

/**
 * Rehearses a campaign, then runs it to its end against the provider's stand-in, the
 * clock going as fast as the texts do.
 */
class RehearsedRun {

	/** The clock's step: how coarsely the run's end is told. */
	private static final Duration STEP = Duration.ofSeconds(5);

	private final Rehearsal rehearsal;

	private final Job campaignSend;

	private final TestJobs jobs;

	private final Dispatcher dispatcher;

	private final DueTexts texts;

	private final Templates templates;

	private final TestRows rows;

	private final JdbcClient jdbc;

	private final MutableClock clock;

	RehearsedRun(Rehearsal rehearsal, @Qualifier("campaignSend") Job campaignSend, TestJobs jobs, Dispatcher dispatcher,
			DueTexts texts, Templates templates, TestRows rows, JdbcClient jdbc, MutableClock clock) {
		this.rehearsal = rehearsal;
		this.campaignSend = campaignSend;
		this.jobs = jobs;
		this.dispatcher = dispatcher;
		this.texts = texts;
		this.templates = templates;
		this.rows = rows;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Numbers of ours that the provider must know. */
	static String[] numbers(int count) {
		return IntStream.range(0, count).mapToObj("+1832555%04d"::formatted).toArray(String[]::new);
	}

	/** A list of Houston's owners, a few of whom can't be texted, and our numbers. */
	void prepare(int recipients, int numbers) {
		for (var number : numbers(numbers)) {
			this.rows.insert("number", Map.of("phone", number, "market", "Houston, TX"));
		}
		this.templates.save("recT", Stage.OWNERSHIP_CONFIRMATION, "Intro", "recT", null,
				"Hi {First|there}, do you still own {Address}?", this.clock.instant());
		var campaign = this.rows.insert("campaign",
				Map.of("name", "Houston", "status", "RUNNING", "market", "Houston, TX"));
		list(campaign, recipients);
	}

	private void list(UUID campaign, int recipients) {
		this.jdbc
			.sql("""
					WITH made AS (
						INSERT INTO prospect (id, phone1, first_name, address, city, state, zip, created_at)
						SELECT gen_random_uuid(), CASE n % 100 WHEN 7 THEN 'unknown' ELSE '+1713' || (2000000 + n) END, 'ANN',
							CASE n % 100 WHEN 9 THEN NULL ELSE n || ' OAK ST' END, 'Houston', 'TX', '77002', :now
						FROM generate_series(1, :count) AS n
						RETURNING id)
					INSERT INTO campaign_prospect (campaign_id, prospect_id) SELECT :campaign, id FROM made
					""")
			.param("campaign", campaign)
			.param("count", recipients)
			.param("now", Sql.at(this.clock.instant()))
			.update();
		this.jdbc.sql("ANALYZE prospect, campaign_prospect").update();
	}

	Rehearsed rehearse() {
		return this.rehearsal.of("Houston", 3).orElseThrow();
	}

	/** Runs it to its end; answers when its last text went. */
	Instant run(int recipients) {
		this.jobs.run(this.campaignSend, recipients);
		for (var next = this.texts.nextDue(); next.isPresent(); next = this.texts.nextDue()) {
			var step = this.clock.instant().plus(STEP);
			this.clock.set(next.get().isAfter(step) ? next.get() : step);
			this.dispatcher.send(recipients, () -> false);
		}
		return this.jdbc.sql("SELECT max(sent_at) AS last FROM conversation")
			.query((rs, row) -> Sql.instant(rs, "last"))
			.single();
	}

	/** Every row of every table, as one word that changes with any of them. */
	String trace() {
		var tables = this.jdbc.sql("""
				SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename
				""").query(String.class).list();
		var digest = new StringBuilder();
		for (var table : tables) {
			digest.append(table)
				.append(this.rows
					.text("SELECT md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))) FROM " + table + " t"));
		}
		return digest.toString();
	}

	/** Fails by how much of the run's length the rehearsal was wrong. */
	static double error(Instant begun, Instant rehearsed, Instant ended) {
		var length = Duration.between(begun, ended).toMillis();
		return Math.abs(Duration.between(rehearsed, ended).toMillis()) / (double) length;
	}

}
