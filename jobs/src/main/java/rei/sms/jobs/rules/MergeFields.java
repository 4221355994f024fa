package rei.sms.jobs.rules;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import rei.sms.db.message.Gsm;

/** What a template's placeholders stand for, for one recipient, cleaned for reading. */
public final class MergeFields {

	private static final Map<String, String> ALIASES = Map.of("first", "ownerfirstname", "firstname", "ownerfirstname",
			"last", "ownerlastname", "lastname", "ownerlastname", "address", "propertyaddress", "city", "propertycity",
			"state", "propertystate", "zip", "propertyzip");

	private static final Set<String> EMPTY_WORDS = Set.of("null", "n/a", "na", "none", "nan", "undefined", "unknown",
			"-", "--", "#n/a", "#error!", "0");

	private final Map<String, String> values;

	private MergeFields(Map<String, String> values) {
		this.values = values;
	}

	/**
	 * Takes what is known of a recipient by field name ({@code Owner First Name}, ...)
	 * and of us ({@code Agent}, {@code Company}); what is missing is left out.
	 */
	public static MergeFields of(Map<String, String> fields) {
		var values = new HashMap<String, String>();
		fields.forEach((name, value) -> readable(key(name), value).ifPresent((text) -> values.put(key(name), text)));
		if (!values.containsKey("ownerfirstname") && values.containsKey("name")) {
			FirstName.clean(values.get("name")).ifPresent((first) -> values.put("ownerfirstname", first));
		}
		return new MergeFields(Map.copyOf(values));
	}

	/** What a placeholder stands for, by its short name or the field's own. */
	Optional<String> get(String placeholder) {
		return Optional.ofNullable(this.values.get(key(placeholder)));
	}

	/** The name under which a placeholder and its field meet. */
	static String key(String name) {
		var key = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
		return ALIASES.getOrDefault(key, key);
	}

	private static Optional<String> readable(String key, String value) {
		var text = Gsm.normalise(value).replaceAll("\\s+", " ").strip();
		if (text.isEmpty() || EMPTY_WORDS.contains(text.toLowerCase(Locale.ROOT)) || text.matches(".*[{}].*")) {
			return Optional.empty();
		}
		return switch (key) {
			case "ownerfirstname" -> FirstName.clean(text);
			case "ownerlastname" -> LastName.clean(text);
			case "propertyaddress", "propertycity" -> Optional.of(Casing.address(text));
			default -> Optional.of(text);
		};
	}

}
