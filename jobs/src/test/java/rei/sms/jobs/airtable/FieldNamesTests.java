package rei.sms.jobs.airtable;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FieldNamesTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			CONV_STAGE_FIELD, Stage
			CONV_PROCESSED_BY_FIELD, Processed By
			CONV_INTENT_FIELD, Intent Detected
			CONV_DIRECTION_FIELD, Direction
			CONV_STATUS_FIELD, Delivery Status
			CONV_AI_INTENT_FIELD, AI Intent
			CONV_TEXTGRID_ID_FIELD, TextGrid ID
			CONV_SELLER_PHONE_FIELD, Seller Phone Number
			CONV_MESSAGE_FIELD, Message
			CONV_LEAD_LINK_FIELD, Lead
			CONV_PROSPECT_LINK_FIELD, Prospect
			CONV_CAMPAIGN_LINK_FIELD, Campaign
			""")
	void theSeedsOverridesNameTheSeedsFields(String override, String name) {
		var field = Field.of(Table.CONVERSATIONS)
			.stream()
			.filter((each) -> each.override().equals(override))
			.findFirst();
		assertThat(field.orElseThrow().usualName()).isEqualTo(name);
	}

	@Test
	void everyFieldHasAnOverrideOfItsOwn() {
		var overrides = Stream.of(Table.values())
			.flatMap((table) -> Field.of(table).stream())
			.map(Field::override)
			.toList();
		assertThat(new HashSet<>(overrides)).hasSameSizeAs(overrides);
		assertThat(FieldNames.overrides()).containsExactlyInAnyOrderElementsOf(overrides);
	}

	@Test
	void anOverrideReplacesEverySpelling() {
		var names = new FieldNames(Map.of("LEAD_PHONE_FIELD", " Mobile ", "LEAD_SOURCE_FIELD", " ")::get);
		assertThat(names.candidates(LeadField.PHONE)).containsExactly("Mobile");
		assertThat(names.candidates(LeadField.SOURCE)).containsExactly("Source");
		assertThat(new FieldNames((_) -> null).candidates(LeadField.PHONE)).containsExactly("Phone", "phone",
				"Seller Phone Number");
	}

}
