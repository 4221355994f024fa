package rei.sms.sandbox.textgrid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Everything the account sent and received, and which pairs may not talk; safe for
 * concurrent use.
 */
final class Messages {

	private final Map<String, Text> texts = new LinkedHashMap<>();

	private final Map<String, List<String>> sidsByPhone = new HashMap<>();

	private final Map<String, Inbound> inbounds = new LinkedHashMap<>();

	private final Map<String, List<String>> inboundSidsByPhone = new HashMap<>();

	private final Map<Copy, Integer> copies = new HashMap<>();

	private final Set<Pair> blocked = new LinkedHashSet<>();

	private final Set<Planned> planned = new LinkedHashSet<>();

	private final Set<String> unreported = new LinkedHashSet<>();

	private long version;

	/** Grows with every change. */
	synchronized long version() {
		return this.version;
	}

	synchronized void add(Text text) {
		this.version++;
		this.texts.put(text.sid(), text);
		this.sidsByPhone.computeIfAbsent(text.to(), (_) -> new ArrayList<>()).add(text.sid());
		this.copies.merge(new Copy(text.from(), text.to(), text.body()), 1, Integer::sum);
		if (text.statusCallback() != null) {
			this.unreported.add(text.sid());
		}
	}

	synchronized @Nullable Text text(String sid) {
		return this.texts.get(sid);
	}

	/** Moves a text on; false when it had ended before, or got no further by this. */
	synchronized boolean advance(String sid, Delivery.Report report) {
		Text text = this.texts.get(sid);
		if (text == null || text.isEnded() || text.status().equals(report.status())) {
			return false;
		}
		this.version++;
		this.texts.put(sid, text.become(report.status(), report.code()));
		return true;
	}

	/** The end of this text was told to its callback. */
	synchronized void reported(String sid) {
		this.version++;
		this.unreported.remove(sid);
	}

	synchronized List<Text> texts() {
		return List.copyOf(this.texts.values());
	}

	synchronized List<Text> textsTo(String phone) {
		return this.sidsByPhone.getOrDefault(phone, List.of()).stream().map(this.texts::get).toList();
	}

	/** How many texts repeat an earlier one: same pair, same words. */
	synchronized int duplicates() {
		return this.copies.values().stream().mapToInt((count) -> count - 1).sum();
	}

	synchronized void add(Inbound inbound) {
		this.version++;
		this.inbounds.put(inbound.sid(), inbound);
		this.inboundSidsByPhone.computeIfAbsent(inbound.from(), (_) -> new ArrayList<>()).add(inbound.sid());
	}

	synchronized List<Inbound> inboundsFrom(String phone) {
		return this.inboundSidsByPhone.getOrDefault(phone, List.of()).stream().map(this.inbounds::get).toList();
	}

	synchronized void answered(String sid, int status) {
		this.version++;
		this.inbounds.computeIfPresent(sid, (_, inbound) -> inbound.answered(status));
	}

	synchronized List<Inbound> inbounds() {
		return List.copyOf(this.inbounds.values());
	}

	synchronized void plan(Planned text) {
		this.version++;
		this.planned.add(text);
	}

	/** Takes a planned text out; false when it was taken before. */
	synchronized boolean take(Planned text) {
		this.version++;
		return this.planned.remove(text);
	}

	synchronized void block(String number, String phone) {
		this.version++;
		this.blocked.add(new Pair(number, phone));
	}

	synchronized void unblock(String number, String phone) {
		this.version++;
		this.blocked.remove(new Pair(number, phone));
	}

	synchronized boolean isBlocked(String number, String phone) {
		return this.blocked.contains(new Pair(number, phone));
	}

	synchronized Saved save() {
		return new Saved(List.copyOf(this.texts.values()), List.copyOf(this.inbounds.values()),
				List.copyOf(this.blocked), List.copyOf(this.planned), List.copyOf(this.unreported));
	}

	synchronized void restore(Saved saved) {
		saved.texts.forEach(this::add);
		saved.inbounds.forEach(this::add);
		this.blocked.addAll(saved.blocked);
		this.planned.addAll(saved.planned);
		this.unreported.retainAll(new HashSet<>(saved.unreported));
	}

	/** One of our numbers and a phone. */
	record Pair(String number, String phone) {
	}

	private record Copy(String from, String to, String body) {
	}

	/**
	 * All of it, to be written down.
	 *
	 * @param unreported the texts whose callback does not know their end yet
	 */
	record Saved(List<Text> texts, List<Inbound> inbounds, List<Pair> blocked, List<Planned> planned,
			List<String> unreported) {
	}

}
