package rei.sms.jobs.enrichment;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.db.contact.Contact;
import rei.sms.db.contact.Contacts;
import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.JobTest;
import rei.sms.jobs.JobTestContext;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;
import rei.sms.jobs.rules.Whereabouts;

import static org.assertj.core.api.Assertions.assertThat;

/** What enrichment finds out, once for each contact. */
@JobTest
@Import(EnrichmentJob.class)
class EnrichmentJobTests {

	private static final PhoneNumber HOUSTON = new PhoneNumber("+17135550101");

	private static final PhoneNumber TOLL_FREE = new PhoneNumber("+18005551234");

	private static final PhoneNumber INVALID = new PhoneNumber("+17131550101");

	@Autowired
	private Job enrichment;

	@Autowired
	private TestJobs jobs;

	@Autowired
	private TestRows rows;

	@Autowired
	private Contacts contacts;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void empty() {
		this.rows.clear();
	}

	@Test
	void enrichFindsThePlacesOfPhoneAndEveryProperty() {
		prospect(Map.of("phone1", HOUSTON.e164(), "state", "TX", "zip", "77002"));
		prospect(Map.of("phone1", "+13055550101", "phone2", HOUSTON.e164(), "state", "Florida"));
		this.contacts.ensure(List.of(HOUSTON), JobTestContext.MONDAY_NOON);
		this.jobs.run(this.enrichment);
		var contact = contact(HOUSTON);
		assertThat(contact.states()).containsExactlyInAnyOrder("TX", "FL");
		assertThat(contact.zones()).contains("America/Chicago", "America/New_York");
		assertThat(contact.unreachableAt()).isNull();
	}

	@Test
	void enrichKeepsThatAPlaceIsUnknown() {
		var abroad = new PhoneNumber("+525512345678");
		this.contacts.ensure(List.of(abroad), JobTestContext.MONDAY_NOON);
		this.jobs.run(this.enrichment);
		assertThat(Whereabouts.of(contact(abroad).states(), contact(abroad).zones())).isEqualTo(Whereabouts.UNKNOWN);
	}

	@Test
	void enrichMarksLinesThatTakeNoTextsUnreachable() {
		this.contacts.ensure(List.of(HOUSTON, TOLL_FREE, INVALID), JobTestContext.MONDAY_NOON);
		this.jobs.run(this.enrichment);
		assertThat(this.rows.text("SELECT string_agg(unreachable_code, ',' ORDER BY phone) FROM contact "
				+ "WHERE unreachable_at IS NOT NULL"))
			.isEqualTo("INVALID,TOLL_FREE");
		assertThat(this.rows.text("SELECT line_type FROM contact WHERE phone = '" + HOUSTON + "'"))
			.isEqualTo("MOBILE_OR_LANDLINE");
	}

	@Test
	void enrichAgainReadsNobody() {
		this.contacts.ensure(List.of(HOUSTON, TOLL_FREE), JobTestContext.MONDAY_NOON);
		assertThat(enriched(this.jobs.run(this.enrichment))).isEqualTo(2);
		assertThat(enriched(this.jobs.run(this.enrichment))).isZero();
	}

	@Test
	void restartAfterAFailureGoesOnWhereItStood() {
		this.jdbc.sql("""
				INSERT INTO prospect (id, phone1, created_at)
				SELECT gen_random_uuid(), '+1713555' || lpad(n::text, 4, '0'), now() FROM generate_series(1, 1200) AS n
				""").update();
		this.jdbc.sql("INSERT INTO contact (phone, prospect_id, created_at) SELECT phone1, id, now() FROM prospect")
			.update();
		this.rows.failWrites("contact", "NEW.phone = '+17135550900'");
		var failed = this.jobs.run(this.enrichment);
		assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(this.rows.count("contact WHERE enriched_at IS NOT NULL")).isEqualTo(500);
		this.rows.mend("contact");
		var restarted = this.jobs.restart(failed);
		assertThat(restarted.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(enriched(restarted)).isEqualTo(700);
		assertThat(this.rows.count("contact WHERE enriched_at IS NULL")).isZero();
		assertThat(this.rows.count("parked")).isZero();
	}

	@Test
	void fillGivesProspectsTheMarketOfTheirCity() {
		this.rows.insert("number", Map.of("phone", "+18325550100", "market", "Houston, TX"));
		prospect(Map.of("city", " houston", "state", "Texas"));
		prospect(Map.of("city", "Houston", "state", "MN"));
		prospect(Map.of("city", "Houston", "state", "tx", "market", "Tampa, FL"));
		this.jobs.run(this.enrichment);
		assertThat(this.rows.count("prospect WHERE market = 'Houston, TX'")).isEqualTo(1);
		assertThat(this.rows.count("prospect WHERE market IS NULL")).isEqualTo(1);
	}

	private static long enriched(JobExecution execution) {
		return TestJobs.step(execution, "enrich-contacts").getWriteCount();
	}

	private void prospect(Map<String, ?> values) {
		this.rows.insert("prospect", values);
	}

	private Contact contact(PhoneNumber phone) {
		return this.contacts.find(phone).orElseThrow();
	}

}
