package rei.sms.jobs.airtable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What the team's bases call each field: the seed's names, unless a setting says
 * otherwise.
 */
@Component
public final class FieldNames {

	private static final Map<String, Field> KNOWN = Stream.of(Table.values())
		.flatMap((table) -> Field.of(table).stream())
		.collect(Collectors.toUnmodifiableMap(Field::override, Function.identity()));

	private final Map<String, String> overrides;

	@Autowired
	FieldNames(Environment environment) {
		this(environment::getProperty);
	}

	/** Reads the overrides from settings by their names. */
	public FieldNames(Function<String, @Nullable String> settings) {
		this.overrides = KNOWN.keySet()
			.stream()
			.flatMap(
					(name) -> Optional.ofNullable(settings.apply(name)).map((value) -> Map.entry(name, value)).stream())
			.filter((setting) -> !setting.getValue().isBlank())
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, (setting) -> setting.getValue().strip()));
	}

	/** The names of all settings that rename a field. */
	public static Set<String> overrides() {
		return KNOWN.keySet();
	}

	Optional<String> override(Field field) {
		return Optional.ofNullable(this.overrides.get(field.override()));
	}

	/** The names that may stand for the field, the first that the base has being it. */
	List<String> candidates(Field field) {
		return override(field).map(List::of).orElse(field.naming().spellings());
	}

}
