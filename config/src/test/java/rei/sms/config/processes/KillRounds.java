package rei.sms.config.processes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import rei.sms.sandbox.http.Fault;
import rei.sms.sandbox.textgrid.TextGridFaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Engine processes under load that are killed with {@code kill -9} at random moments,
 * while the provider now and then takes a text and hangs or resets the connection, resets
 * it before, or refuses. What stands at the end is held against what the provider took
 * and what was acknowledged to it.
 */
final class KillRounds implements AutoCloseable {

	private static final List<String> WORDS = List.of("Yes, it is mine. Why?", "How much would you pay?",
			"Who is this?", "STOP", "Not interested", "Maybe next year", "wrong number", "What is your offer?");

	private static final String OPEN = """
			SELECT 'text ' || state || ' ' || coalesce(reason, '') || ' from ' || not_before FROM outbox
				WHERE NOT (state = 'QUEUED' AND reason IS NOT NULL AND not_before > '2026-11-23 20:00Z')
					AND NOT (state = 'PERSON' AND EXISTS (
						SELECT 1 FROM needs_person n WHERE n.conversation_id = outbox.conversation_id))
			UNION ALL SELECT 'unlinked ' || sid FROM inbound WHERE linked_at IS NULL
			UNION ALL SELECT 'receipt ' || sid || ' ' || status FROM receipt WHERE state = 'PENDING'
			UNION ALL SELECT 'unplanned ' || coalesce(reason, '') FROM campaign_prospect WHERE planned_at IS NULL
			UNION ALL SELECT 'unanswered ' || id || ' ' || coalesce(classified_at::text, '') FROM conversation
				WHERE direction = 'INBOUND' AND (classified_at IS NULL OR reply IS NULL OR promotion IS NULL)
			UNION ALL SELECT 'parked ' || step || ' ' || key || ' ' || error FROM parked
			""";

	private static final int LISTED = 40;

	private static final int QUEUED = 20;

	private static final int WRITTEN = 25;

	private static final int LONGEST_MILLIS = 2500;

	private final Stage stage = Stage.set().with("LOG_FORMAT", "json");

	private final Cast cast = new Cast(this.stage);

	private final List<String> roles;

	private final Random random;

	private final List<EngineProcess> running = new ArrayList<>();

	private final List<String> phones = new ArrayList<>();

	/** One process that serves and so many workers. */
	KillRounds(int workers, long seed) {
		this.roles = Stream.concat(Stream.of("serve"), Stream.generate(() -> "worker").limit(workers)).toList();
		this.random = new Random(seed);
		this.cast.numbers(4);
		this.cast.campaign();
		this.stage.provider().inboundUrl(this.stage.inboundUrl());
		this.stage.provider().latency(Duration.ofMillis(30));
		this.stage.provider()
			.faults()
			.chance(0.2, seed, new Fault.ResetAfter(), new Fault.Hang(Duration.ofSeconds(20)), new Fault.ResetBefore(),
					TextGridFaults.tooMany(Duration.ofSeconds(1)), TextGridFaults.serverError(503));
		this.roles.forEach((role) -> this.running.add(this.stage.start(role)));
	}

	/**
	 * One round: load, and in the midst of it the end of some processes; answers how
	 * many.
	 */
	int round() {
		this.running.forEach(EngineProcess::ready);
		load();
		pass(this.random.nextInt(LONGEST_MILLIS));
		int victims = 0;
		for (int place = 0; place < this.roles.size(); place++) {
			if (this.random.nextBoolean() || (victims == 0 && place == this.roles.size() - 1)) {
				this.running.get(place).kill();
				this.running.set(place, this.stage.start(this.roles.get(place)));
				victims++;
			}
		}
		return victims;
	}

	private void load() {
		this.phones.addAll(this.cast.list(LISTED));
		this.phones.addAll(this.cast.queue(QUEUED));
		this.cast.call();
		for (int n = 0; n < WRITTEN; n++) {
			var phone = this.phones.get(this.random.nextInt(this.phones.size()));
			var words = WORDS.get(this.random.nextInt(WORDS.size()));
			CompletableFuture.delayedExecutor(this.random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS)
				.execute(() -> this.stage.provider().receive(phone, Cast.OURS, words));
		}
	}

	private static void pass(int millis) {
		CompletableFuture.runAsync(() -> {
		}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)).join();
	}

	/**
	 * Kills all, lets three quarters of an hour pass, starts anew with a provider that is
	 * well, and waits until nothing is left to do.
	 */
	Verdict settle() {
		this.running.forEach(EngineProcess::kill);
		this.stage.provider().faults().clear();
		this.stage.later(Duration.ofMinutes(45));
		var last = Stream.of("serve", "worker").map(this.stage::start).toList();
		last.forEach(EngineProcess::ready);
		await().pollInterval(Duration.ofMillis(500))
			.atMost(Duration.ofMinutes(2))
			.untilAsserted(() -> assertThat(open()).as(() -> String.join("\n", EngineProcess.ends(last))).isEmpty());
		return verdict();
	}

	/** What nobody has an answer for yet, and nobody was asked about. */
	private List<String> open() {
		return this.stage.jdbc().sql(OPEN).query(String.class).list();
	}

	private Verdict verdict() {
		var texts = this.stage.provider().texts();
		long twice = texts.stream()
			.collect(Collectors.groupingBy((text) -> text.to() + " " + text.body(), Collectors.counting()))
			.values()
			.stream()
			.filter((times) -> times > 1)
			.count();
		var logged = sids("SELECT sid FROM conversation WHERE direction = 'INBOUND'");
		var accepted = this.stage.provider().inbounds().stream().filter((text) -> text.status() == 200).toList();
		var lost = accepted.stream().filter((text) -> logged.getOrDefault(text.sid(), 0L) != 1).count();
		var known = sids("SELECT sid FROM attempt WHERE sid IS NOT NULL");
		var unknown = texts.stream().filter((text) -> !known.containsKey(text.sid())).count();
		return new Verdict(texts.size(), accepted.size(), twice, lost, open().size(), unknown,
				this.stage.count("SELECT count(*) FROM outbox WHERE state = 'PERSON'"));
	}

	/** Lines of a log that tell a secret or what somebody wrote. */
	List<String> indiscretions() {
		var untold = Stream.concat(this.stage.secrets().stream(), Stream.of("Oak St still yours", "do you still own",
				"Yes, it is mine", "How much would you pay", "Who is this", "What is your offer", "Maybe next year"))
			.toList();
		return logged().filter((line) -> untold.stream().anyMatch(line::contains)).toList();
	}

	/** What the processes logged, as production does. */
	Stream<String> logged() {
		return this.stage.lines().filter((line) -> line.startsWith("{"));
	}

	private Map<String, Long> sids(String sql) {
		return this.stage.jdbc()
			.sql(sql)
			.query(String.class)
			.list()
			.stream()
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
	}

	@Override
	public void close() {
		this.stage.close();
	}

	/**
	 * How it ended.
	 *
	 * @param taken texts that the provider took
	 * @param accepted sellers' texts that were acknowledged
	 * @param twice texts that the provider took more than once
	 * @param lost acknowledged texts that are not logged, or not once
	 * @param stuck rows without an owner or a reason
	 * @param unknown texts that the provider took and nobody here knows to have gone
	 * @param persons texts that wait for a person's word
	 */
	record Verdict(int taken, int accepted, long twice, long lost, int stuck, long unknown, int persons) {

		boolean isClean() {
			return this.twice == 0 && this.lost == 0 && this.stuck == 0 && this.unknown == 0;
		}

	}

}
