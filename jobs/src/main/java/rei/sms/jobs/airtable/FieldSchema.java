package rei.sms.jobs.airtable;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** A field as the base has it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FieldSchema(String id, String name, String type, @Nullable Options options) {

	private static final Set<String> COMPUTED = Set.of("autoNumber", "formula", "rollup", "count",
			"multipleLookupValues", "lookup", "createdTime", "lastModifiedTime", "createdBy", "lastModifiedBy",
			"aiText", "button", "externalSyncSource");

	private static final Set<String> TEXTS = Set.of("singleLineText", "multilineText", "richText");

	/** What a field's type leaves open. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Options(@Nullable List<Choice> choices, @Nullable String linkedTableId) {

	}

	/** An option of a select. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Choice(String name) {

	}

	/** Whether Airtable fills it and refuses what is written to it. */
	public boolean isComputed() {
		return COMPUTED.contains(this.type);
	}

	/** Whether it takes any words. */
	public boolean isText() {
		return TEXTS.contains(this.type);
	}

	/** Whether it holds links to records. */
	public boolean isLink() {
		return this.type.equals("multipleRecordLinks");
	}

	/** Whether it takes only what it offers. */
	public boolean isSelect() {
		return this.type.equals("singleSelect") || this.type.equals("multipleSelects");
	}

	/** The options of a select, in its order. */
	public List<String> choices() {
		return Optional.ofNullable(this.options)
			.map(Options::choices)
			.stream()
			.flatMap(List::stream)
			.map(Choice::name)
			.toList();
	}

	/** The id of the table that a link leads to. */
	public Optional<String> linkedTable() {
		return Optional.ofNullable(this.options).map(Options::linkedTableId);
	}

}
