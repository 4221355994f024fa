package rei.sms.jobs.airtable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import rei.sms.db.message.Labelled;

/** A record of a base, read by our own names of the fields. */
public final class Reading {

	private final AirtableRecord record;

	private final TableMapping mapping;

	Reading(AirtableRecord record, TableMapping mapping) {
		this.record = record;
		this.mapping = mapping;
	}

	/** The record's id. */
	public RecordId id() {
		return this.record.id();
	}

	/** Whether the base has the field at all: an empty cell means something only then. */
	public boolean knows(Field field) {
		return this.mapping.has(field);
	}

	/** The text in a cell, or the first one that a lookup shows. */
	public Optional<String> text(Field field) {
		return cells(field).filter((cell) -> cell.isString() || cell.isNumber() || cell.isBoolean())
			.map(JsonNode::asString)
			.map(String::strip)
			.filter((text) -> !text.isEmpty())
			.findFirst();
	}

	/** Every text and number of the record, by the base's own names. */
	public Map<String, String> texts() {
		return this.record.cells()
			.entrySet()
			.stream()
			.filter((cell) -> cell.getValue().isString() || cell.getValue().isNumber())
			.filter((cell) -> !cell.getValue().asString().isBlank())
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, (cell) -> cell.getValue().asString().strip()));
	}

	/** The word of a vocabulary, whichever known spelling the base uses. */
	public <E extends Enum<E> & Labelled> Optional<E> word(Field field, Class<E> words) {
		return text(field).flatMap((text) -> Spellings.read(words.getEnumConstants(), text));
	}

	/** The number in a cell. */
	public Optional<Long> number(Field field) {
		return cells(field).filter(JsonNode::isNumber).map((cell) -> Math.round(cell.asDouble())).findFirst();
	}

	/** The time in a cell; a plain date is its start in UTC. */
	public Optional<Instant> time(Field field) {
		return text(field).flatMap(Reading::instant);
	}

	/** Whether a box is ticked, or a text stands where a box is meant. */
	public boolean flag(Field field) {
		return cells(field).anyMatch((cell) -> cell.isString() ? !cell.asString().isBlank() : cell.asBoolean(false));
	}

	/** The records that a link leads to. */
	public List<RecordId> links(Field field) {
		return cells(field).filter(JsonNode::isString)
			.flatMap((cell) -> RecordId.parse(cell.asString()).stream())
			.distinct()
			.toList();
	}

	private Stream<JsonNode> cells(Field field) {
		return this.mapping.names(field)
			.stream()
			.flatMap((name) -> Optional.ofNullable(this.record.cells().get(name)).stream())
			.flatMap((cell) -> cell.isArray() ? cell.valueStream() : Stream.of(cell));
	}

	private static Optional<Instant> instant(String text) {
		try {
			return Optional.of((text.length() == 10) ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
					: OffsetDateTime.parse(text).toInstant());
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return "Reading[" + id() + "]";
	}

}
