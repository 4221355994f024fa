package rei.sms.sandbox.textgrid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

	private final Map<String, Inbound> inbounds = new LinkedHashMap<>();

	private final Map<Key, Integer> copies = new HashMap<>();

	private final Set<Pair> blocked = new HashSet<>();

	synchronized void add(Text text) {
		this.texts.put(text.sid(), text);
		this.copies.merge(new Key(text.from(), text.to(), text.body()), 1, Integer::sum);
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
		this.texts.put(sid, text.become(report.status(), report.code()));
		return true;
	}

	synchronized List<Text> texts() {
		return new ArrayList<>(this.texts.values());
	}

	/** How many texts repeat an earlier one: same pair, same words. */
	synchronized int duplicates() {
		return this.copies.values().stream().mapToInt((count) -> count - 1).sum();
	}

	synchronized void add(Inbound inbound) {
		this.inbounds.put(inbound.sid(), inbound);
	}

	synchronized void answered(String sid, int status) {
		this.inbounds.computeIfPresent(sid, (_, inbound) -> inbound.answered(status));
	}

	synchronized List<Inbound> inbounds() {
		return new ArrayList<>(this.inbounds.values());
	}

	synchronized void block(String number, String phone) {
		this.blocked.add(new Pair(number, phone));
	}

	synchronized void unblock(String number, String phone) {
		this.blocked.remove(new Pair(number, phone));
	}

	synchronized boolean isBlocked(String number, String phone) {
		return this.blocked.contains(new Pair(number, phone));
	}

	synchronized Set<Pair> blocked() {
		return Set.copyOf(this.blocked);
	}

	/** One of our numbers and a phone. */
	record Pair(String number, String phone) {
	}

	private record Key(String from, String to, String body) {
	}

}
