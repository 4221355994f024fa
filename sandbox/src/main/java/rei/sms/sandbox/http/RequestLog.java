package rei.sms.sandbox.http;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The latest requests, and how many there ever were.
 */
public final class RequestLog {

	private final Deque<Entry> entries = new ArrayDeque<>();

	private final int size;

	private long total;

	public RequestLog(int size) {
		this.size = size;
	}

	/**
	 * Oldest first.
	 */
	public synchronized List<Entry> entries() {
		return List.copyOf(this.entries);
	}

	/**
	 * How many requests came, those included that the log no longer holds.
	 */
	public synchronized long total() {
		return this.total;
	}

	synchronized void add(Entry entry) {
		this.total++;
		this.entries.add(entry);
		if (this.entries.size() > this.size) {
			this.entries.remove();
		}
	}

	/**
	 * One request and its end.
	 *
	 * @param outcome a status code, or the fault it met
	 */
	public record Entry(Instant at, String method, String path, int records, String outcome) {

	}

}
