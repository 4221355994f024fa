package rei.sms.jobs.dispatch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import rei.sms.db.number.SendRates;
import rei.sms.db.operations.Problems;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.http.Departure;
import rei.sms.jobs.http.JsonHttp;
import rei.sms.jobs.http.Rejected;
import rei.sms.jobs.http.Timeouts;
import rei.sms.jobs.http.Unavailable;

/**
 * The rates that a Redis behind Upstash's REST API counts, when it is given: one atomic
 * script reserves the segments of a claim. PostgreSQL counts them all the same, so when
 * it fails the rates hold as they stand there.
 */
@Component
class SharedRates {

	static final String PROBLEM = "upstash";

	/** As PostgreSQL counts it. */
	static final long MINUTE = Budget.MINUTE.toSeconds();

	private static final Logger log = LoggerFactory.getLogger(SharedRates.class);

	private static final String SCRIPT = script();

	private final JsonHttp http;

	private final UpstashProperties upstash;

	private final SendingProperties sending;

	private final Problems problems;

	private final Clock clock;

	/** By the machine's own clock; none while it answers. */
	private volatile @Nullable Long restsUntil;

	private volatile boolean known;

	SharedRates(UpstashProperties upstash, SendingProperties sending, Problems problems, Clock clock) {
		this.http = new JsonHttp(new Timeouts(upstash.timeout(), upstash.timeout(), upstash.timeout()));
		this.upstash = upstash;
		this.sending = sending;
		this.problems = problems;
		this.clock = clock;
	}

	/** The script, to the letter. */
	static String script() {
		try (InputStream in = Objects.requireNonNull(SharedRates.class.getResourceAsStream("reserve.lua"))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reserves the minute's room for each text in turn: for each of them nothing when it
	 * has room, or when there will be room. Without a Redis, or while it fails, every
	 * text has the room that PostgreSQL gave it.
	 */
	List<Optional<Instant>> reserve(List<Wanted> texts) {
		if (texts.isEmpty() || !this.upstash.isGiven() || isResting()) {
			return texts.stream().map((text) -> Optional.<Instant>empty()).toList();
		}
		try {
			var rooms = ask(texts);
			well();
			return rooms;
		}
		catch (Unavailable | Rejected | Nonsense ex) {
			failed(ex);
			return texts.stream().map((text) -> Optional.<Instant>empty()).toList();
		}
	}

	private List<Optional<Instant>> ask(List<Wanted> texts) {
		var request = new Request.Builder().url(this.upstash.url())
			.header("Authorization", "Bearer " + this.upstash.token())
			.post(this.http.body(command(texts)))
			.build();
		var result = this.http.exchange(request, Departure.AT_ONCE).path("result");
		if (!result.isArray() || result.size() != texts.size()) {
			throw new Nonsense("an answer that is none");
		}
		return result.valueStream().map(SharedRates::room).toList();
	}

	private static Optional<Instant> room(JsonNode second) {
		if (!second.isIntegralNumber() || second.asLong() < 0) {
			throw new Nonsense("a word that is none of the script's");
		}
		return (second.asLong() == 0) ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second.asLong()));
	}

	private List<String> command(List<Wanted> texts) {
		var numbers = List.copyOf(texts.stream()
			.map(Wanted::number)
			.collect(LinkedHashSet::new, LinkedHashSet::add, LinkedHashSet::addAll));
		var words = new ArrayList<>(List.of("EVAL", SCRIPT, String.valueOf(numbers.size() + 1), key(SendRates.ALL)));
		numbers.forEach((number) -> words.add(key((String) number)));
		words.addAll(List.of(String.valueOf(this.clock.instant().getEpochSecond()), String.valueOf(MINUTE),
				String.valueOf(this.sending.globalRatePerMin()), String.valueOf(this.sending.ratePerNumberPerMin())));
		texts.forEach((text) -> {
			words.add(String.valueOf(numbers.indexOf(text.number()) + 2));
			words.add(String.valueOf(text.segments()));
		});
		return words;
	}

	private static String key(String scope) {
		return "{sms}:rate:" + scope;
	}

	private boolean isResting() {
		var until = this.restsUntil;
		return until != null && System.nanoTime() - until < 0;
	}

	private void failed(RuntimeException ex) {
		this.restsUntil = System.nanoTime() + this.upstash.rest().toNanos();
		this.known = true;
		log.warn("Upstash does not count the rates, PostgreSQL does: {}", ex.getMessage());
		this.problems.report(PROBLEM, "", "Upstash does not count the rates: " + ex.getMessage(),
				"They are counted in PostgreSQL. Check UPSTASH_REDIS_REST_URL and its token.", this.clock.instant());
	}

	private void well() {
		if (this.restsUntil != null || !this.known) {
			this.restsUntil = null;
			this.known = true;
			this.problems.clear(PROBLEM);
		}
	}

	/** What one text needs of its number's minute and of everybody's. */
	record Wanted(String number, int segments) {
	}

	/** Neither an answer nor a failure. */
	private static final class Nonsense extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private Nonsense(String message) {
			super(message);
		}

	}

}
