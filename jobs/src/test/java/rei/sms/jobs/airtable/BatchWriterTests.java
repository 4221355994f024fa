package rei.sms.jobs.airtable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import rei.sms.db.TestDatabase;
import rei.sms.db.message.DeliveryStatus;
import rei.sms.jobs.airtable.RowResult.Gone;
import rei.sms.jobs.airtable.RowResult.Open;
import rei.sms.jobs.airtable.RowResult.Poisoned;
import rei.sms.jobs.airtable.RowResult.Written;
import rei.sms.sandbox.airtable.AirtableFaults;
import rei.sms.sandbox.airtable.AirtableOptions;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.airtable.BaseSpec;
import rei.sms.sandbox.airtable.FieldSpec;
import rei.sms.sandbox.airtable.Limits;
import rei.sms.sandbox.airtable.StoredRow;
import rei.sms.sandbox.airtable.TableSpec;
import rei.sms.sandbox.http.Fault.ResetAfter;
import rei.sms.sandbox.http.Fault.ResetBefore;

import static org.assertj.core.api.Assertions.assertThat;

class BatchWriterTests {

	private static final TableSpec MESSAGES = TableSpec.of("Conversations", FieldSpec.autoNumber("Conversation ID"),
			FieldSpec.text("TextGrid ID"), FieldSpec.longText("Message"),
			FieldSpec.select("Delivery Status", "QUEUED", "SENT", "DELIVERED"), FieldSpec.number("Sent Count"));

	private final AirtableStandIn airtable = standIn(MESSAGES);

	private final AirtableProperties properties = properties(this.airtable, 50);

	private final AirtableBases bases = TestAirtable.bases(TestDatabase.fresh(), this.properties);

	private final BatchWriter writer = writer(this.properties, this.bases);

	@AfterEach
	void stop() {
		this.airtable.close();
	}

	@Test
	void writeTakesTenRowsACallAndAnswersTheirRecords() {
		var results = write(firsts(0, 25));
		assertThat(results).hasSize(25).allSatisfy((result) -> assertThat(result).isInstanceOf(Written.class));
		assertThat(idsByText()).isEqualTo(IntStream.range(0, 25)
			.boxed()
			.collect(Collectors.toMap((i) -> "text " + i, (i) -> record(results.get(i)).value())));
		assertThat(this.airtable.calls("appLeads")).isEqualTo(4);
	}

	@Test
	void writeMixesFirstAndKnownRowsInOneCall() {
		var known = record(write(firsts(0, 1)).getFirst());
		var calls = this.airtable.calls("appLeads");
		write(List.of(RowWrite.change(known, row(0).word(ConversationField.STATUS, DeliveryStatus.SENT)),
				RowWrite.first(row(1))));
		assertThat(this.airtable.calls("appLeads")).isEqualTo(calls + 1);
		assertThat(this.airtable.rows("appLeads", "Conversations")).hasSize(2);
	}

	@Test
	void writeAgainMakesNoSecondRow() {
		var once = write(firsts(0, 12));
		assertThat(write(firsts(0, 12))).isEqualTo(once);
		assertThat(this.airtable.count("appLeads", "Conversations")).isEqualTo(12);
	}

	@Test
	void writeAfterALostAnswerMakesNoSecondRow() {
		write(firsts(0, 1));
		this.airtable.faults().next(1, new ResetAfter());
		assertThat(write(firsts(1, 11))).allSatisfy((result) -> assertThat(result).isInstanceOf(Written.class));
		assertThat(this.airtable.count("appLeads", "Conversations")).isEqualTo(11);
	}

	@Test
	void oneBadRowCostsItsNeighboursNothing() {
		var rows = new ArrayList<>(firsts(0, 30));
		rows.set(17, RowWrite.change(new RecordId("recNowhere"), row(17)));
		var results = write(rows);
		assertThat(results.get(17)).isInstanceOf(Gone.class);
		assertThat(results.stream().filter(Written.class::isInstance)).hasSize(29);
		assertThat(this.airtable.count("appLeads", "Conversations")).isEqualTo(29);
	}

	@Test
	void twoRecordsWithTheSameKeyPoisonTheirRowOnly() {
		this.airtable.add("appLeads", "Conversations", Map.of("TextGrid ID", "SM3"));
		this.airtable.add("appLeads", "Conversations", Map.of("TextGrid ID", "SM3"));
		var results = write(firsts(0, 10));
		assertThat(results.get(3)).isInstanceOfSatisfying(Poisoned.class,
				(poisoned) -> assertThat(poisoned.error().message()).contains("several records"));
		assertThat(results.stream().filter(Written.class::isInstance)).hasSize(9);
	}

	@Test
	void rowsWithTheSameKeyInOneWriteBecomeOneRecord() {
		var results = write(List.of(RowWrite.first(row(1)), RowWrite.first(row(1))));
		assertThat(record(results.getFirst())).isEqualTo(record(results.getLast()));
		assertThat(this.airtable.count("appLeads", "Conversations")).isEqualTo(1);
	}

	@Test
	void aMissingOptionIsLeftOutAndTheRestWritten() {
		var result = write(List.of(RowWrite.first(row(1).word(ConversationField.STATUS, DeliveryStatus.FAILED))));
		assertThat(result.getFirst()).isInstanceOfSatisfying(Written.class,
				(written) -> assertThat(written.leftOut()).extracting(Fault::what)
					.containsExactly("has no option \"FAILED\""));
		assertThat(this.airtable.sins()).isEmpty();
	}

	@Test
	void anOutageLeavesTheRestOpenWithoutKnockingForEach() {
		write(firsts(0, 1));
		this.airtable.faults().next(100, AirtableFaults.badGateway());
		var calls = this.airtable.calls("appLeads");
		var results = write(firsts(1, 200));
		assertThat(results).allSatisfy((result) -> assertThat(result).isInstanceOf(Open.class));
		assertThat(this.airtable.log().entries().size()).isLessThan((int) calls + 10);
	}

	@Test
	void aResetBeforeApplyingIsRepeatedOnce() {
		write(firsts(0, 1));
		this.airtable.faults().next(1, new ResetBefore());
		assertThat(write(firsts(1, 3))).allSatisfy((result) -> assertThat(result).isInstanceOf(Written.class));
	}

	@Test
	void aRenamedFieldIsNoticedAtTheFirstRefusalAndLeftOut() {
		write(firsts(0, 1));
		try (var renamed = standIn(MESSAGES.without("Message").with(FieldSpec.longText("Text")))) {
			var results = writer(properties(renamed, 50), this.bases).write(Table.CONVERSATIONS,
					ConversationField.TEXTGRID_ID, firsts(0, 20), Lane.BULK);
			assertThat(results).allSatisfy((result) -> assertThat(result).isInstanceOf(Written.class));
			assertThat(renamed.rows("appLeads", "Conversations")).hasSize(20)
				.noneMatch((row) -> row.fields().containsKey("Text"));
		}
	}

	@Test
	void aRemovedOptionIsNoticedAtTheFirstRefusal() {
		write(firsts(0, 1));
		try (var changed = standIn(MESSAGES.with(FieldSpec.select("Delivery Status", "SENT")))) {
			var rows = List.of(RowWrite.first(row(1).word(ConversationField.STATUS, DeliveryStatus.QUEUED)),
					RowWrite.first(row(2).word(ConversationField.STATUS, DeliveryStatus.SENT)));
			var results = writer(properties(changed, 50), this.bases).write(Table.CONVERSATIONS,
					ConversationField.TEXTGRID_ID, rows, Lane.BULK);
			assertThat(results).allSatisfy((result) -> assertThat(result).isInstanceOf(Written.class));
			assertThat(changed.sins()).isEmpty();
		}
	}

	@Test
	void aRemovedTableLeavesItsRowsOpen() {
		write(firsts(0, 1));
		try (var without = standIn(TableSpec.of("Leads", FieldSpec.text("Phone")))) {
			var results = writer(properties(without, 50), this.bases).write(Table.CONVERSATIONS,
					ConversationField.TEXTGRID_ID, firsts(0, 3), Lane.BULK);
			assertThat(results).allSatisfy((result) -> assertThat(result).isInstanceOf(Open.class));
		}
	}

	@Test
	void aForbiddenBaseLeavesItsRowsOpenAndBurnsNone() {
		this.airtable.forbid("appLeads");
		assertThat(write(firsts(0, 3))).allSatisfy((result) -> assertThat(result).isInstanceOfSatisfying(Open.class,
				(open) -> assertThat(open.reason()).isInstanceOf(Forbidden.class)));
	}

	@Test
	void theLimitIsNeverBroken() {
		this.airtable.limits(Limits.AIRTABLE);
		var polite = properties(this.airtable, 4);
		var results = writer(polite, TestAirtable.bases(TestDatabase.fresh(), polite)).write(Table.CONVERSATIONS,
				ConversationField.TEXTGRID_ID, firsts(0, 120), Lane.BULK);
		assertThat(results).allSatisfy((result) -> assertThat(result).isInstanceOf(Written.class));
		assertThat(this.airtable.rateLimited("appLeads")).isZero();
	}

	private List<RowResult> write(List<RowWrite> rows) {
		return this.writer.write(Table.CONVERSATIONS, ConversationField.TEXTGRID_ID, rows, Lane.BULK);
	}

	private Map<String, String> idsByText() {
		return this.airtable.rows("appLeads", "Conversations")
			.stream()
			.collect(Collectors.toMap((row) -> String.valueOf(row.fields().get("Message")), StoredRow::id));
	}

	private static RecordId record(RowResult result) {
		return Optional.of(result).map(Written.class::cast).orElseThrow().record();
	}

	private static List<RowWrite> firsts(int from, int to) {
		return IntStream.range(from, to).mapToObj((i) -> RowWrite.first(row(i))).toList();
	}

	private static Row row(int number) {
		return new Row().text(ConversationField.TEXTGRID_ID, "SM" + number)
			.text(ConversationField.MESSAGE, "text " + number);
	}

	private static AirtableStandIn standIn(TableSpec table) {
		return AirtableStandIn
			.start(AirtableOptions.of(BaseSpec.of("appLeads", "Leads", table)).token("pat-s3cret").limits(Limits.NONE));
	}

	private static BatchWriter writer(AirtableProperties properties, AirtableBases bases) {
		var client = TestAirtable.client(bases, properties);
		return new BatchWriter(client, new Schemas(client, bases, properties, new FieldNames((_) -> null)));
	}

	private static AirtableProperties properties(AirtableStandIn airtable, int perSecond) {
		return TestAirtable.properties(airtable.url(), Duration.ofSeconds(20), perSecond);
	}

}
