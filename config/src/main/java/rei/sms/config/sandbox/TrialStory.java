package rei.sms.config.sandbox;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells a trial as it happens, a short line at a time: many texts of a kind in one,
 * everything that happens to one seller in its own.
 */
@Component
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty("trial.enabled")
class TrialStory implements SmartLifecycle {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE HH:mm:ss")
		.withZone(ZoneId.of("America/Chicago"));

	private static final String SECRET = "sandbox";

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final TrialNews news;

	private final Clock clock;

	private final String address;

	/** Only the word that everybody may know is shown. */
	private final String token;

	private final String password;

	private final String directory;

	private final PrintStream out = System.out;

	private final Map<String, Long> counts = new HashMap<>();

	private final Set<String> told = new HashSet<>();

	private volatile boolean running;

	TrialStory(JdbcClient jdbc, Clock clock, Environment environment) {
		this.news = new TrialNews(jdbc);
		this.clock = clock;
		this.address = environment.getRequiredProperty("PUBLIC_URL");
		this.token = shown(environment, "CRON_TOKEN");
		this.password = shown(environment, "OPS_PASSWORD");
		this.directory = environment.getProperty("SANDBOX_DIRECTORY", ".sandbox");
	}

	private static String shown(Environment environment, String secret) {
		return environment.getRequiredProperty(secret).equals(SECRET) ? SECRET : secret;
	}

	@EventListener
	void begin(ApplicationReadyEvent event) {
		this.out.printf("""

				The engine runs in the sandbox: no text leaves this machine, and nobody in it is real.
				  What operators see  %1$s/ops  (user ops, password %4$s)
				  Tables and phones   %1$s/sandbox?token=%3$s
				  How it is doing     %1$s/health
				  Tokens that are not set are the word sandbox; what is kept lies under %5$s/.
				  In the engine's world it is %2$s in Chicago. Stop with Ctrl-C.

				""", this.address, TIME.format(this.clock.instant()), this.token, this.password, this.directory);
	}

	@Override
	public void start() {
		this.running = true;
		Thread.ofVirtual().name("trial-story").start(this::tellOn);
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Of what happened before this process came, nothing is told. */
	private void tellOn() {
		try {
			this.counts.putAll(this.news.counts());
			this.news.events().forEach((event) -> this.told.add(event.key()));
			while (this.running) {
				LockSupport.parkNanos(PAUSE.toNanos());
				tell();
			}
		}
		catch (DataAccessException ex) {
			this.running = false;
		}
	}

	private void tell() {
		this.news.counts().forEach((word, count) -> {
			long more = count - this.counts.getOrDefault(word, 0L);
			this.counts.put(word, count);
			if (more > 0) {
				line(word, "%d %s, %d in all".formatted(more, (more == 1) ? "text" : "texts", count));
			}
		});
		this.news.events()
			.stream()
			.filter((event) -> this.told.add(event.key()))
			.forEach((event) -> line(event.word(),
					event.phone() + (event.detail().isEmpty() ? "" : "  " + event.detail())));
	}

	private void line(String word, String what) {
		this.out.printf("%s  %-10s  %s%n", TIME.format(this.clock.instant()), word.toLowerCase(Locale.ROOT), what);
	}

}
