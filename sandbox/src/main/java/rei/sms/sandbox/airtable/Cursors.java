package rei.sms.sandbox.airtable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Listings that can be read on, for a while.
 */
final class Cursors {

	private static final int MOST = 100;

	private final Duration life;

	private final Map<String, Open> open = new LinkedHashMap<>();

	Cursors(Duration life) {
		this.life = life;
	}

	/** Keeps a listing's rows; the answer is its id. */
	synchronized String keep(List<Row> rows) {
		String id = Ids.fresh("itr");
		this.open.put(id, new Open(rows, System.nanoTime()));
		if (this.open.size() > MOST) {
			this.open.remove(this.open.keySet().iterator().next());
		}
		return id;
	}

	/** The kept rows; an expired or unknown listing is an error that says start again. */
	synchronized List<Row> rows(String id) {
		Open found = this.open.get(id);
		if (found == null || System.nanoTime() - found.since > this.life.toNanos()) {
			throw ApiError.cursorExpired();
		}
		return found.rows;
	}

	synchronized void expire() {
		this.open.clear();
	}

	private record Open(List<Row> rows, long since) {
	}

}
