package rei.sms.sandbox.airtable;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a good client never does although Airtable lets it; tests assert that there is
 * none.
 */
final class Sins {

	private final List<String> sins = new CopyOnWriteArrayList<>();

	void add(String sin) {
		this.sins.add(sin);
	}

	List<String> all() {
		return List.copyOf(this.sins);
	}

}
