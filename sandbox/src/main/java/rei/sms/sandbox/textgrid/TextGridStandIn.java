package rei.sms.sandbox.textgrid;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;
import rei.sms.sandbox.http.Faults;
import rei.sms.sandbox.http.Outgoing;
import rei.sms.sandbox.http.Parameters;
import rei.sms.sandbox.http.RequestLog;
import rei.sms.sandbox.http.StandInServer;

/**
 * TextGrid over HTTP on this machine, with phones behind it that a test can make
 * unreachable or let write.
 */
public final class TextGridStandIn implements AutoCloseable {

	private static final Outgoing.Retries WEBHOOKS = new Outgoing.Retries(6, Duration.ofMillis(500));

	private static final int LONGEST_BODY = 1600;

	private static final Set<String> STOPS = Set.of("stop", "quit", "end", "unsubscribe");

	private static final Set<String> STARTS = Set.of("start", "yes", "unstop");

	private final TextGridOptions options;

	private final Messages messages = new Messages();

	private final Set<String> numbers = ConcurrentHashMap.newKeySet();

	private final Map<String, Outcome> phones = new ConcurrentHashMap<>();

	private final List<Consumer<Text>> listeners = new CopyOnWriteArrayList<>();

	private final Queue<Callback> callbacks = new ConcurrentLinkedQueue<>();

	private final Outgoing outgoing = new Outgoing(WEBHOOKS);

	private final Delivery delivery;

	private final StandInServer server;

	private volatile @Nullable String inboundUrl;

	private TextGridStandIn(TextGridOptions options) {
		this.options = options;
		this.numbers.addAll(options.numbers());
		this.delivery = new Delivery(options.carrier());
		var routes = new TextGridRoutes(options, this.messages, this::send);
		this.server = StandInServer.start(options.server(), options.clock(), routes::answer);
	}

	/**
	 * Starts with nothing sent.
	 */
	public static TextGridStandIn start(TextGridOptions options) {
		return new TextGridStandIn(options);
	}

	/**
	 * Scheme, host and port, without {@code /2010-04-01}.
	 */
	public String url() {
		return this.server.url();
	}

	public String accountSid() {
		return this.options.accountSid();
	}

	public String authToken() {
		return this.options.authToken();
	}

	/**
	 * Adds a number to the account.
	 */
	public void own(String number) {
		this.numbers.add(number);
	}

	/**
	 * Decides what becomes of texts to a phone from now on.
	 */
	public void phone(String phone, Outcome outcome) {
		this.phones.put(phone, outcome);
	}

	/**
	 * All texts taken so far, oldest first.
	 */
	public List<Text> texts() {
		return this.messages.texts();
	}

	/**
	 * The texts to one phone, oldest first.
	 */
	public List<Text> textsTo(String phone) {
		return texts().stream().filter((text) -> text.to().equals(phone)).toList();
	}

	/**
	 * How many texts repeat an earlier one: same pair, same words.
	 */
	public int duplicates() {
		return this.messages.duplicates();
	}

	/**
	 * What phones wrote, oldest first.
	 */
	public List<Inbound> inbounds() {
		return this.messages.inbounds();
	}

	/**
	 * Every status callback that was answered, or met nobody, oldest first.
	 */
	public List<Callback> callbacks() {
		return List.copyOf(this.callbacks);
	}

	/**
	 * Whether the phone stopped the number here, at the provider.
	 */
	public boolean isBlocked(String number, String phone) {
		return this.messages.isBlocked(number, phone);
	}

	/**
	 * Is told of each text when it reached its phone.
	 */
	public void onDelivered(Consumer<Text> listener) {
		this.listeners.add(listener);
	}

	/**
	 * Where inbound texts are posted, its token included.
	 */
	public void inboundUrl(String url) {
		this.inboundUrl = url;
	}

	/**
	 * A phone writes to one of the account's numbers.
	 * @return the SID of its text
	 */
	public String receive(String phone, String number, String body, String... media) {
		var inbound = new Inbound(sid(), phone, number, body, List.of(media), this.options.clock().instant(), 0);
		this.messages.add(inbound);
		obey(inbound);
		String url = this.inboundUrl;
		if (url != null) {
			repeat(inbound, url);
		}
		return inbound.sid();
	}

	/**
	 * Posts an inbound text (again).
	 */
	public void repeat(Inbound inbound, String url) {
		var _ = post(url, form(inbound), (status) -> this.messages.answered(inbound.sid(), status));
	}

	public Faults faults() {
		return this.server.faults();
	}

	public RequestLog log() {
		return this.server.log();
	}

	/**
	 * Every answer takes at least this long from now on.
	 */
	public void latency(Duration latency) {
		this.server.latency(latency);
	}

	@Override
	public void close() {
		this.server.close();
		this.outgoing.close();
	}

	private Text send(Parameters form, Instant begun) {
		String to = value(form, "To");
		String from = value(form, "From");
		String body = value(form, "Body");
		Outcome outcome = this.phones.getOrDefault(to, Outcome.DELIVERED);
		check(to, from, body.isBlank() && form.first("MediaUrl") == null, body.length(), outcome);
		var text = new Text(sid(), from, to, body, begun, this.options.clock().instant(), "queued", 0,
				form.first("StatusCallback"));
		this.messages.add(text);
		report(text, this.delivery.plan(outcome), Duration.ZERO);
		return text;
	}

	private void check(String to, String from, boolean empty, int length, Outcome outcome) {
		if (!to.matches("\\+1[2-9]\\d{2}[2-9]\\d{6}")) {
			throw to.matches("\\+[2-9]\\d{7,14}")
					? new TextGridError(400, 21408, "Permission to send to " + to + " has not been enabled")
					: new TextGridError(Outcome.INVALID);
		}
		if (!this.numbers.contains(from)) {
			throw new TextGridError(400, 0, "'From' number not found");
		}
		if (empty) {
			throw new TextGridError(400, 21602, "Message body is required.");
		}
		if (length > LONGEST_BODY) {
			throw new TextGridError(400, 21617, "The concatenated message body exceeds the 1600 character limit");
		}
		if (this.messages.isBlocked(from, to)) {
			throw new TextGridError(Outcome.OPTED_OUT_LATER);
		}
		if (outcome.isAtOnce()) {
			throw new TextGridError(outcome);
		}
	}

	private static String value(Parameters form, String name) {
		return Objects.requireNonNullElse(form.first(name), "");
	}

	/**
	 * Reports one status after the other, so that they come in the planned order even to
	 * a slow receiver.
	 */
	private void report(Text text, List<Delivery.Report> reports, Duration elapsed) {
		if (!reports.isEmpty()) {
			Delivery.Report next = reports.getFirst();
			this.outgoing.later(next.after().minus(elapsed), () -> {
				var _ = report(text, next)
					.thenRun(() -> report(text, reports.subList(1, reports.size()), next.after()));
			});
		}
	}

	private CompletableFuture<Void> report(Text text, Delivery.Report report) {
		if (this.messages.advance(text.sid(), report) && report.status().equals("delivered")) {
			this.listeners.forEach((listener) -> listener.accept(text));
		}
		String url = text.statusCallback();
		if (url == null) {
			return CompletableFuture.completedFuture(null);
		}
		return post(url, form(text, report), (status) -> this.callbacks
			.add(new Callback(text.sid(), report.status(), status, this.options.clock().instant())));
	}

	private Map<String, String> form(Text text, Delivery.Report report) {
		var form = new LinkedHashMap<String, String>();
		form.put("AccountSid", accountSid());
		form.put("MessageSid", text.sid());
		form.put("MessageStatus", report.status());
		form.put("To", text.to());
		form.put("From", text.from());
		if (report.code() != 0) {
			form.put("ErrorCode", String.valueOf(report.code()));
		}
		return form;
	}

	private Map<String, String> form(Inbound inbound) {
		var form = new LinkedHashMap<String, String>();
		form.put("AccountSid", accountSid());
		form.put("MessageSid", inbound.sid());
		form.put("From", inbound.from());
		form.put("To", inbound.to());
		form.put("Body", inbound.body());
		form.put("SmsStatus", "received");
		form.put("NumSegments", String.valueOf(Segments.of(inbound.body())));
		form.put("NumMedia", String.valueOf(inbound.media().size()));
		for (int i = 0; i < inbound.media().size(); i++) {
			form.put("MediaUrl" + i, inbound.media().get(i));
			form.put("MediaContentType" + i, "image/jpeg");
		}
		return form;
	}

	private CompletableFuture<Void> post(String url, Map<String, String> form, IntConsumer answered) {
		String body = Parameters.encode(form);
		var headers = new LinkedHashMap<String, String>();
		headers.put("Content-Type", "application/x-www-form-urlencoded");
		String secret = this.options.webhookSecret();
		if (secret != null) {
			headers.put("X-TextGrid-Signature", Signature.of(secret, url, body));
		}
		return this.outgoing.post(url, headers, body, answered);
	}

	/** The provider's own handling of stop words, before anybody else sees the text. */
	private void obey(Inbound inbound) {
		String word = inbound.body().strip().toLowerCase(Locale.ROOT);
		if (STOPS.contains(word)) {
			this.messages.block(inbound.to(), inbound.from());
		}
		if (STARTS.contains(word)) {
			this.messages.unblock(inbound.to(), inbound.from());
		}
	}

	/**
	 * A SID as TextGrid gives them: base64 with everything that has to be encoded in
	 * paths.
	 */
	private static String sid() {
		byte[] random = new byte[16];
		new SecureRandom().nextBytes(random);
		random[0] = (byte) 0xfb;
		random[1] = (byte) 0xff;
		return Base64.getEncoder().encodeToString(random);
	}

	/**
	 * A status callback and the answer to it.
	 *
	 * @param answer the receiver's HTTP status, 0 when nobody answered
	 */
	public record Callback(String sid, String status, int answer, Instant at) {

	}

}
