package rei.sms.config.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the environment of this process says; a name with a blank value counts as not set.
 */
public final class Settings {

	private static final Pattern OVERRIDE = Pattern.compile("[A-Z][A-Z0-9_]*_(TABLE|FIELD)");

	private final Map<String, String> values = new TreeMap<>();

	private Settings(Map<String, String> values) {
		values.forEach((name, value) -> {
			if (!value.isBlank()) {
				this.values.put(name, value.strip());
			}
		});
	}

	/** The settings among {@code environment}. */
	public static Settings of(Map<String, String> environment) {
		return new Settings(environment);
	}

	/** These, with {@code defaults} for what is not set. */
	public Settings or(Map<String, String> defaults) {
		var filled = new TreeMap<>(defaults);
		filled.putAll(this.values);
		return new Settings(filled);
	}

	/** These, with a port of this machine's choice where any will do. */
	public Settings withPort() {
		if (!find("PORT").equals(Optional.of("0"))) {
			return this;
		}
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			var chosen = new TreeMap<>(this.values);
			chosen.put("PORT", String.valueOf(socket.getLocalPort()));
			return new Settings(chosen);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What is set under a name. */
	public Optional<String> find(String name) {
		return Optional.ofNullable(this.values.get(name));
	}

	/** Whether a switch is on. */
	public boolean isOn(String name) {
		return find(name).filter("true"::equalsIgnoreCase).isPresent();
	}

	/**
	 * Whether each of these is set, under either of its names, or stands in for itself.
	 */
	public boolean has(String... names) {
		return isOn("SANDBOX") || Catalogue.all()
			.filter((setting) -> List.of(names).contains(setting.name()))
			.allMatch((setting) -> setting.isIn(this.values));
	}

	/** The database, when it is set and well-formed. */
	public Optional<DatabaseUrl> database() {
		return find("DATABASE_URL").flatMap(DatabaseUrl::parse);
	}

	/** All that is set. */
	public Map<String, String> values() {
		return Map.copyOf(this.values);
	}

	/** What renames a table or a field of Airtable. */
	public Map<String, String> overrides() {
		var overrides = new TreeMap<>(this.values);
		overrides.keySet().removeIf((name) -> !OVERRIDE.matcher(name).matches());
		return overrides;
	}

	/**
	 * Goes on when all is well for a role.
	 * @param fieldOverrides the names that rename a field
	 * @throws WrongSettings when something is missing or malformed
	 */
	public Settings require(Role role, Collection<String> fieldOverrides) {
		var faults = faults(role, fieldOverrides);
		if (!faults.isEmpty()) {
			throw new WrongSettings(faults);
		}
		return this;
	}

	/** All that is wrong for a role. */
	public List<Fault> faults(Role role, Collection<String> fieldOverrides) {
		var faults = new ArrayList<Fault>();
		Catalogue.all().forEach((setting) -> {
			missing(setting, role).ifPresent(faults::add);
			malformed(setting.name(), setting.kind()).ifPresent(faults::add);
			malformed(setting.alias(), setting.kind()).ifPresent(faults::add);
		});
		unfit(role).forEach(faults::add);
		unknownOverrides(fieldOverrides).forEach(faults::add);
		return List.copyOf(faults);
	}

	private Optional<Fault> missing(Setting setting, Role role) {
		return (setting.roles().contains(role) && !setting.isIn(this.values) && !isOn("SANDBOX"))
				? Optional.of(new Fault(setting.names(), "is missing: " + setting.meaning())) : Optional.empty();
	}

	private Optional<Fault> malformed(String name, Kind kind) {
		return find(name).filter((value) -> !kind.accepts().test(value))
			.map((value) -> new Fault(name,
					"is " + (kind.hidden() ? "malformed" : "'" + value + "'") + ": it must be " + kind.words()));
	}

	/** What is well-formed by itself and does not fit the rest. */
	private List<Fault> unfit(Role role) {
		var faults = new ArrayList<Fault>();
		if (find("SANDBOX_CLOCK").isPresent() && !isOn("SANDBOX")) {
			faults.add(new Fault("SANDBOX_CLOCK", "is set: only the sandbox (SANDBOX=true) has a clock of its own"));
		}
		if (isOn("SANDBOX")) {
			return faults;
		}
		if ((role == Role.WORKER || role == Role.RUN) && find("PUBLIC_URL").isPresent()
				&& find("WEBHOOK_TOKEN").isEmpty()) {
			faults.add(new Fault("WEBHOOK_TOKEN", "is missing: the provider needs it to call PUBLIC_URL back"));
		}
		if (find("TEXTGRID_WEBHOOK_SECRET").isPresent() && find("PUBLIC_URL").isEmpty()) {
			faults
				.add(new Fault("PUBLIC_URL", "is missing: TEXTGRID_WEBHOOK_SECRET is set, and a signature covers it"));
		}
		return faults;
	}

	private List<Fault> unknownOverrides(Collection<String> fieldOverrides) {
		var known = new ArrayList<>(fieldOverrides);
		Catalogue.TABLES.settings().stream().map(Setting::name).forEach(known::add);
		return overrides().keySet()
			.stream()
			.filter((name) -> !known.contains(name))
			.map((name) -> new Fault(name, "renames nothing that the engine knows" + nearest(name, known)))
			.toList();
	}

	private static String nearest(String name, List<String> known) {
		return known.stream()
			.min(Comparator.comparingInt((candidate) -> Spelling.distance(name, candidate)))
			.map((candidate) -> "; did you mean " + candidate + "?")
			.orElse("");
	}

}
