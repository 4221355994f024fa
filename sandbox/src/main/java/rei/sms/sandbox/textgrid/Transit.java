package rei.sms.sandbox.textgrid;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Brings texts to their phones and reports each step to the text's callback.
 */
final class Transit {

	private final String accountSid;

	private final Clock clock;

	private final Messages messages;

	private final Poster poster;

	private final Delivery delivery;

	private final Queue<Callback> callbacks = new ConcurrentLinkedQueue<>();

	private final List<Consumer<Text>> listeners = new CopyOnWriteArrayList<>();

	Transit(TextGridOptions options, Messages messages, Poster poster) {
		this.accountSid = options.accountSid();
		this.clock = options.clock();
		this.messages = messages;
		this.poster = poster;
		this.delivery = new Delivery(options.carrier());
	}

	List<Callback> callbacks() {
		return List.copyOf(this.callbacks);
	}

	void onDelivered(Consumer<Text> listener) {
		this.listeners.add(listener);
	}

	void start(Text text, Outcome outcome) {
		report(text, this.delivery.plan(outcome), Duration.ZERO);
	}

	/**
	 * Goes on with what a stop of the process interrupted: texts on their way, ends not
	 * yet told.
	 */
	void resume(Messages.Saved saved) {
		saved.texts().stream().filter((text) -> !text.isEnded()).forEach((text) -> start(text, Outcome.DELIVERED));
		saved.texts()
			.stream()
			.filter((text) -> text.isEnded() && saved.unreported().contains(text.sid()))
			.forEach((text) -> report(text,
					List.of(new Delivery.Report(text.status(), text.errorCode(), Duration.ZERO)), Duration.ZERO));
	}

	/**
	 * Reports one status after the other, so that they come in the planned order even to
	 * a slow receiver.
	 */
	private void report(Text text, List<Delivery.Report> reports, Duration elapsed) {
		if (!reports.isEmpty()) {
			Delivery.Report next = reports.getFirst();
			this.poster.later(next.after().minus(elapsed), () -> {
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
		return this.poster.post(url, form(text, report), (status) -> answered(text, report, status));
	}

	private void answered(Text text, Delivery.Report report, int status) {
		this.callbacks.add(new Callback(text.sid(), report.status(), status, this.clock.instant()));
		if (status > 0 && status < 500 && !report.status().equals("sent")) {
			this.messages.reported(text.sid());
		}
	}

	private Map<String, String> form(Text text, Delivery.Report report) {
		var form = new LinkedHashMap<String, String>();
		form.put("AccountSid", this.accountSid);
		form.put("MessageSid", text.sid());
		form.put("MessageStatus", report.status());
		form.put("To", text.to());
		form.put("From", text.from());
		if (report.code() != 0) {
			form.put("ErrorCode", String.valueOf(report.code()));
		}
		return form;
	}

}
