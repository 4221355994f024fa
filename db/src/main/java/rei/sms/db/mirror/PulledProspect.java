package rei.sms.db.mirror;

import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A prospect as the team has it in Airtable; phones are E.164, words are our names of
 * them. Status, stage, counts and last activity are those of earlier days: they are taken
 * over once.
 *
 * @param optOut whether its box is ticked, null when the base has none
 * @param fields every text of the record as a JSON object, for templates
 * @param campaigns record ids of the campaigns that list it, null when the base has no
 * such link
 */
public record PulledProspect(String record, @Nullable String name, @Nullable String firstName,
		@Nullable String lastName, @Nullable String phone1, @Nullable String phone2, @Nullable String address,
		@Nullable String city, @Nullable String state, @Nullable String zip, @Nullable String market,
		@Nullable String sourceList, @Nullable Boolean optOut, @Nullable String ourNumber, String fields,
		@Nullable List<String> campaigns, @Nullable String status, @Nullable String stage, long replyCount,
		long sendCount, @Nullable OffsetDateTime lastActivity) {

	/** Whether somebody ticked that this owner must not be texted. */
	boolean isTicked() {
		return Boolean.TRUE.equals(this.optOut);
	}

	/** Whether an earlier engine or a person noted in words that this owner opted out. */
	boolean isOptedOutInWords() {
		return "OPT_OUT".equals(this.status) || "OPT_OUT".equals(this.stage) || "DNC".equals(this.stage);
	}

}
