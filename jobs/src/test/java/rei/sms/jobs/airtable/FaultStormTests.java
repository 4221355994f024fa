package rei.sms.jobs.airtable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import rei.sms.db.TestDatabase;
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
import rei.sms.sandbox.http.Fault.Hang;
import rei.sms.sandbox.http.Fault.ResetAfter;
import rei.sms.sandbox.http.Fault.ResetBefore;

import static org.assertj.core.api.Assertions.assertThat;

/** Every third call fails in some way, and in the end the base is as it should be. */
class FaultStormTests {

	private static final int ROWS = 300;

	private static final int EACH_POISONED = 60;

	private final AirtableStandIn airtable = AirtableStandIn.start(AirtableOptions.of(BaseSpec.of("appLeads", "Leads",
			TableSpec.of("Conversations", FieldSpec.autoNumber("Conversation ID"), FieldSpec.text("TextGrid ID"),
					FieldSpec.longText("Message"), FieldSpec.link("Lead", "Leads", "Conversations")),
			TableSpec.of("Leads", FieldSpec.text("Phone"))))
		.token("pat-s3cret")
		.limits(Limits.NONE));

	private final AirtableProperties properties = TestAirtable.properties(this.airtable.url(), Duration.ofSeconds(20),
			50);

	private final AirtableBases bases = TestAirtable.bases(TestDatabase.fresh(), this.properties);

	private final AirtableClient client = TestAirtable.client(this.bases, this.properties);

	private final BatchWriter writer = new BatchWriter(this.client,
			new Schemas(this.client, this.bases, this.properties, new FieldNames((_) -> null)));

	private final Map<Integer, RecordId> records = new LinkedHashMap<>();

	private final List<Integer> poisoned = new ArrayList<>();

	@AfterEach
	void stop() {
		this.airtable.close();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2 })
	void afterwardsTheBaseHasEachRowOnceAndOnlyTheBadOnesAreParked(long seed) {
		this.airtable.faults()
			.chance(0.33, seed, AirtableFaults.serverError(), AirtableFaults.badGateway(),
					AirtableFaults.badGatewayAfterApplying(), AirtableFaults.unavailable(Duration.ofSeconds(1)),
					new ResetBefore(), new ResetAfter(), new Hang(Duration.ofMillis(700)));
		var open = IntStream.range(0, ROWS).boxed().toList();
		for (int round = 0; round < 200 && !open.isEmpty(); round++) {
			open = stillOpenAfterWriting(open, "text ");
		}
		open = List.copyOf(this.records.keySet());
		for (int round = 0; round < 200 && !open.isEmpty(); round++) {
			open = stillOpenAfterWriting(open, "changed ");
		}
		assertThat(this.poisoned)
			.containsExactlyElementsOf(IntStream.range(0, ROWS).filter(FaultStormTests::isBad).boxed().toList());
		assertThat(this.airtable.rows("appLeads", "Conversations")
			.stream()
			.collect(Collectors.toMap(StoredRow::id,
					(row) -> row.fields().get("TextGrid ID") + " " + row.fields().get("Message"))))
			.isEqualTo(this.records.entrySet()
				.stream()
				.collect(Collectors.toMap((row) -> row.getValue().value(),
						(row) -> "SM" + row.getKey() + " changed " + row.getKey())));
	}

	private List<Integer> stillOpenAfterWriting(List<Integer> numbers, String text) {
		var results = this.writer.write(Table.CONVERSATIONS, ConversationField.TEXTGRID_ID,
				numbers.stream().map((number) -> row(number, text)).toList(), Lane.BULK);
		var open = new ArrayList<Integer>();
		for (int i = 0; i < numbers.size(); i++) {
			switch (results.get(i)) {
				case Written written -> this.records.put(numbers.get(i), written.record());
				case Poisoned _ -> this.poisoned.add(numbers.get(i));
				case Open _ -> open.add(numbers.get(i));
				case Gone _ -> throw new AssertionError("nobody deleted a record");
			}
		}
		this.poisoned.sort(null);
		return open;
	}

	private RowWrite row(int number, String text) {
		var row = new Row().text(ConversationField.TEXTGRID_ID, "SM" + number)
			.text(ConversationField.MESSAGE, text + number)
			.link(ConversationField.LEAD_LINK, isBad(number) ? new RecordId("recNowhere") : null);
		var known = this.records.get(number);
		return (known != null) ? RowWrite.change(known, row) : RowWrite.first(row);
	}

	private static boolean isBad(int number) {
		return number % EACH_POISONED == 7;
	}

}
