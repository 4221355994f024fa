package rei.sms.config.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;

/** The page that describes every setting, from the catalogue and the defaults. */
public final class SettingsPage {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+):([^{}$]*)");

	private static final String HEAD = """
			# Settings

			Everything is set in the environment; a name with a blank value counts as not set. A start with a missing or
			malformed setting ends with one message that lists them all. This page is what `sms-engine settings` prints.

			""";

	private static final String FIELDS = """
			## Airtable's field names, where a team renamed them

			`PREFIX_FIELD_NAME_FIELD=The name in your base`, for example `CONV_STAGE_FIELD=Stage`. The prefixes are `CONV`,
			`LEAD`, `PROSPECT`, `CAMPAIGN`, `TEMPLATE`, `NUMBER`, `KPI` and `OPTOUT`. A name that renames nothing stops the
			start and is told with the nearest one that would. `doctor` says which fields a base lacks.
			""";

	private SettingsPage() {
	}

	/** The page in Markdown. */
	public static String markdown() {
		var defaults = defaults();
		return Catalogue.TOPICS.stream()
			.map((topic) -> "## " + topic.title() + "\n\n| name | must be | default | meaning |\n|---|---|---|---|\n"
					+ topic.settings().stream().map((setting) -> row(setting, defaults)).collect(Collectors.joining()))
			.collect(Collectors.joining("\n", HEAD, "\n" + FIELDS));
	}

	/** The same for programs. */
	public static List<Map<String, Object>> list() {
		var defaults = defaults();
		return Catalogue.all()
			.map((setting) -> Map.<String, Object>of("name", setting.name(), "alias", setting.alias(), "must_be",
					setting.kind().words(), "default", usual(setting, defaults), "meaning", setting.meaning(),
					"needed_by", setting.roles().stream().sorted().map(Enum::name).toList()))
			.toList();
	}

	/** What {@code application.yml} falls back to, by the setting's name. */
	static Map<String, String> defaults() {
		var defaults = new TreeMap<String, String>();
		var matcher = PLACEHOLDER.matcher(properties());
		while (matcher.find()) {
			defaults.merge(matcher.group(1), matcher.group(2), (one, other) -> one.isEmpty() ? other : one);
		}
		return defaults;
	}

	private static String row(Setting setting, Map<String, String> defaults) {
		var usual = usual(setting, defaults);
		var names = setting.alias().isEmpty() ? "`" + setting.name() + "`"
				: "`" + setting.name() + "` or `" + setting.alias() + "`";
		return "| " + names + " | " + setting.kind().words() + " | " + (usual.isEmpty() ? "" : "`" + usual + "`")
				+ " | " + setting.meaning() + needed(setting) + " |\n";
	}

	private static String usual(Setting setting, Map<String, String> defaults) {
		return setting.usual().isEmpty() ? defaults.getOrDefault(setting.name(), "") : setting.usual();
	}

	private static String needed(Setting setting) {
		if (setting.roles().isEmpty()) {
			return "";
		}
		return ". **Needed** by " + setting.roles()
			.stream()
			.sorted(Comparator.naturalOrder())
			.map(Role::words)
			.collect(Collectors.joining(", "));
	}

	private static String properties() {
		try {
			return new ClassPathResource("application.yml").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
