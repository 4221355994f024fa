package rei.sms.sandbox.textgrid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import rei.sms.sandbox.http.Json;
import tools.jackson.databind.JsonNode;

/**
 * Everything the account sent and received, and which pairs may not talk; safe for
 * concurrent use.
 */
final class Messages {

	private final Map<String, Text> texts = new LinkedHashMap<>();

	private final Map<String, List<String>> sidsByPhone = new HashMap<>();

	private final Map<String, Inbound> inbounds = new LinkedHashMap<>();

	private final Map<String, List<String>> inboundSidsByPhone = new HashMap<>();

	private final Set<Pair> blocked = new LinkedHashSet<>();

	private final Set<Planned> planned = new LinkedHashSet<>();

	private final Set<String> unreported = new LinkedHashSet<>();

	private @Nullable Consumer<JsonNode> journal;

	/** Tells every change from now on, as {@link #apply} takes it. */
	synchronized void journal(Consumer<JsonNode> journal) {
		this.journal = journal;
	}

	synchronized void add(Text text) {
		if (this.texts.put(text.sid(), text) == null) {
			this.sidsByPhone.computeIfAbsent(text.to(), (_) -> new ArrayList<>()).add(text.sid());
			if (text.statusCallback() != null) {
				this.unreported.add(text.sid());
			}
		}
		tell("text", text);
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
		add(text.become(report.status(), report.code()));
		return true;
	}

	/** The end of this text was told to its callback. */
	synchronized void reported(String sid) {
		this.unreported.remove(sid);
		tell("reported", sid);
	}

	synchronized List<Text> texts() {
		return List.copyOf(this.texts.values());
	}

	synchronized List<Text> textsTo(String phone) {
		return this.sidsByPhone.getOrDefault(phone, List.of()).stream().map(this.texts::get).toList();
	}

	/** How many texts repeat an earlier one: same pair, same words. */
	synchronized int duplicates() {
		var different = new HashSet<List<String>>();
		this.texts.values().forEach((text) -> different.add(List.of(text.from(), text.to(), text.body())));
		return this.texts.size() - different.size();
	}

	synchronized void add(Inbound inbound) {
		if (this.inbounds.put(inbound.sid(), inbound) == null) {
			this.inboundSidsByPhone.computeIfAbsent(inbound.from(), (_) -> new ArrayList<>()).add(inbound.sid());
		}
		tell("inbound", inbound);
	}

	synchronized List<Inbound> inboundsFrom(String phone) {
		return this.inboundSidsByPhone.getOrDefault(phone, List.of()).stream().map(this.inbounds::get).toList();
	}

	synchronized void answered(String sid, int status) {
		Inbound inbound = this.inbounds.get(sid);
		if (inbound != null) {
			add(inbound.answered(status));
		}
	}

	synchronized List<Inbound> inbounds() {
		return List.copyOf(this.inbounds.values());
	}

	synchronized void plan(Planned text) {
		this.planned.add(text);
		tell("planned", text);
	}

	/** Takes a planned text out; false when it was taken before. */
	synchronized boolean take(Planned text) {
		tell("taken", text);
		return this.planned.remove(text);
	}

	synchronized void block(Pair pair) {
		this.blocked.add(pair);
		tell("blocked", pair);
	}

	synchronized void unblock(Pair pair) {
		this.blocked.remove(pair);
		tell("unblocked", pair);
	}

	synchronized boolean isBlocked(Pair pair) {
		return this.blocked.contains(pair);
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

	/** Makes a change that the journal told. */
	synchronized void apply(JsonNode entry) {
		entry.properties().forEach((change) -> apply(change.getKey(), change.getValue()));
	}

	private void apply(String kind, JsonNode change) {
		switch (kind) {
			case "text" -> add(Json.as(Text.class, change));
			case "reported" -> reported(change.asString());
			case "inbound" -> add(Json.as(Inbound.class, change));
			case "planned" -> plan(Json.as(Planned.class, change));
			case "taken" -> take(Json.as(Planned.class, change));
			case "blocked" -> block(Json.as(Pair.class, change));
			case "unblocked" -> unblock(Json.as(Pair.class, change));
			default -> throw new IllegalArgumentException(kind);
		}
	}

	private void tell(String kind, Object change) {
		if (this.journal != null) {
			this.journal.accept(Json.object().set(kind, Json.tree(change)));
		}
	}

	/** One of our numbers and a phone. */
	record Pair(String number, String phone) {
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
