package rei.sms.jobs.airtable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import rei.sms.jobs.airtable.Cell.Fits;
import rei.sms.jobs.airtable.Cell.Misfit;
import rei.sms.jobs.airtable.Value.Amount;
import rei.sms.jobs.airtable.Value.Clear;
import rei.sms.jobs.airtable.Value.Day;
import rei.sms.jobs.airtable.Value.Flag;
import rei.sms.jobs.airtable.Value.Links;
import rei.sms.jobs.airtable.Value.Moment;
import rei.sms.jobs.airtable.Value.Text;
import rei.sms.jobs.airtable.Value.Word;

/** Turns a value into what the type of the base's own field takes. */
final class CellWriter {

	private static final int LONGEST_TEXT = 100_000;

	private CellWriter() {
	}

	static Cell write(FieldSchema field, Value value) {
		return switch (field.type()) {
			case "singleLineText", "multilineText", "richText", "phoneNumber", "email", "url" ->
				new Fits(shortened(text(value)));
			case "number", "percent", "currency", "rating", "duration" -> number(field, value);
			case "singleSelect" -> option(field, value, false);
			case "multipleSelects" -> option(field, value, true);
			case "checkbox" -> flag(field, value);
			case "date" -> date(field, value);
			case "dateTime" -> time(field, value);
			case "multipleRecordLinks" -> links(field, value);
			default -> misfit(field);
		};
	}

	private static @Nullable String text(Value value) {
		return switch (value) {
			case Clear _ -> null;
			case Text text -> text.text();
			case Word word -> word.spellings().getFirst();
			case Amount amount -> amount.number().toString();
			case Moment moment -> iso(moment.time());
			case Day day -> day.date().toString();
			case Flag flag -> flag.set() ? "yes" : null;
			case Links links -> links.ids().stream().map(RecordId::value).collect(Collectors.joining(","));
		};
	}

	private static Cell number(FieldSchema field, Value value) {
		return switch (value) {
			case Clear _ -> new Fits(null);
			case Amount amount -> new Fits(amount.number());
			default -> misfit(field);
		};
	}

	private static Cell option(FieldSchema field, Value value, boolean several) {
		return switch (value) {
			case Clear _ -> new Fits(several ? List.of() : null);
			case Word word -> option(field, word.spellings(), several);
			case Text text -> option(field, List.of(text.text()), several);
			default -> misfit(field);
		};
	}

	private static Cell option(FieldSchema field, List<String> spellings, boolean several) {
		return Spellings.offered(field.choices(), spellings)
			.<Cell>map((option) -> new Fits(several ? List.of(option) : option))
			.orElseGet(() -> new Misfit("has no option \"" + spellings.getFirst() + "\"", "add the option"));
	}

	private static Cell flag(FieldSchema field, Value value) {
		return switch (value) {
			case Clear _ -> new Fits(false);
			case Flag flag -> new Fits(flag.set());
			default -> misfit(field);
		};
	}

	private static Cell date(FieldSchema field, Value value) {
		return switch (value) {
			case Clear _ -> new Fits(null);
			case Day day -> new Fits(day.date().toString());
			case Moment moment -> new Fits(LocalDate.ofInstant(moment.time(), ZoneOffset.UTC).toString());
			default -> misfit(field);
		};
	}

	private static Cell time(FieldSchema field, Value value) {
		return switch (value) {
			case Clear _ -> new Fits(null);
			case Moment moment -> new Fits(iso(moment.time()));
			case Day day -> new Fits(iso(day.date().atStartOfDay(ZoneOffset.UTC).toInstant()));
			default -> misfit(field);
		};
	}

	private static Cell links(FieldSchema field, Value value) {
		return switch (value) {
			case Clear _ -> new Fits(List.of());
			case Links links -> new Fits(links.ids().stream().map(RecordId::value).toList());
			default -> misfit(field);
		};
	}

	private static Misfit misfit(FieldSchema field) {
		return new Misfit("has the type " + field.type() + ", which cannot hold it", "change the field's type");
	}

	private static String iso(Instant time) {
		return time.truncatedTo(ChronoUnit.MILLIS).toString();
	}

	private static @Nullable String shortened(@Nullable String text) {
		return (text != null && text.length() > LONGEST_TEXT) ? text.substring(0, LONGEST_TEXT) : text;
	}

}
