package rei.sms.jobs.responder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import rei.sms.db.Sql;
import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.operations.PersonList;
import rei.sms.db.outbox.Suggestion;
import rei.sms.db.outbox.Suggestions;
import rei.sms.jobs.JobTest;
import rei.sms.jobs.JobTestContext;
import rei.sms.jobs.TestRows;

import static org.assertj.core.api.Assertions.assertThat;

/** Replies that wait for a person's press. */
@JobTest
class SuggestionsTests {

	private static final PhoneNumber ANN = new PhoneNumber("+17135550101");

	private static final Instant NOW = JobTestContext.MONDAY_NOON;

	@Autowired
	private Suggestions suggestions;

	@Autowired
	private PersonList people;

	@Autowired
	private Contacts contacts;

	@Autowired
	private TestRows rows;

	@BeforeEach
	void oneContact() {
		this.rows.clear();
		this.contacts.ensure(List.of(ANN), NOW);
	}

	@Test
	void acceptQueuesTheReplyOnceInTheWritersName() {
		var message = suggested(1, "Thanks! How soon would you like to sell?");
		assertThat(this.suggestions.open(10)).extracting(Suggestion::messageId).containsExactly(message);
		var text = this.suggestions.accept(message, NOW);
		assertThat(text).isPresent();
		assertThat(this.suggestions.accept(message, NOW)).isEmpty();
		assertThat(this.suggestions.dismiss(message, NOW)).isFalse();
		assertThat(this.rows.count("outbox WHERE kind = 'REPLY' AND state = 'QUEUED'")).isEqualTo(1);
		assertThat(this.rows.text("SELECT processed_by FROM conversation WHERE id = '" + text.orElseThrow() + "'"))
			.isEqualTo("MISTRAL_7B");
		assertThat(this.people.open(10)).isEmpty();
	}

	@Test
	void dismissSendsNothing() {
		var message = suggested(1, "Thanks!");
		assertThat(this.suggestions.dismiss(message, NOW)).isTrue();
		assertThat(this.suggestions.accept(message, NOW)).isEmpty();
		assertThat(this.rows.count("outbox")).isZero();
		assertThat(this.people.open(10)).isEmpty();
	}

	@Test
	void aLaterMessageOfTheSellerMakesASuggestionStale() {
		var message = suggested(1, "Thanks!");
		inbound(2);
		assertThat(this.suggestions.open(10)).isEmpty();
		assertThat(this.suggestions.accept(message, NOW)).isEmpty();
		var later = suggested(3, "Thanks again!");
		assertThat(this.suggestions.open(10)).extracting(Suggestion::messageId).containsExactly(later);
		assertThat(this.rows.text("SELECT decision FROM suggestion WHERE message_id = '" + message + "'"))
			.isEqualTo("SUPERSEDED");
	}

	private UUID suggested(int second, String body) {
		var message = inbound(second);
		this.people.add("reply", message, ANN, "a reply is suggested", body, NOW);
		this.suggestions.keep(new Suggestion(message, ANN, null, body, 1, ProcessedBy.MISTRAL_7B,
				Stage.PRICE_QUALIFICATION, null, "Houston, TX", "What price?", NOW.plusSeconds(second)));
		return message;
	}

	private UUID inbound(int second) {
		var at = Sql.at(NOW.plusSeconds(second));
		return this.rows.insert("conversation",
				Map.of("direction", "INBOUND", "seller_phone", ANN.e164(), "body", "sure", "prospect_id",
						UUID.fromString(this.rows.text("SELECT prospect_id FROM contact")), "received_at", at,
						"created_at", at, "sid", "SM" + second));
	}

}
