package rei.sms.jobs.airtable;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** The pages of one listing, of which only one is held at a time. */
final class Pages implements Iterator<Page> {

	private final Function<Optional<String>, Page> fetch;

	private Optional<String> cursor = Optional.empty();

	private boolean ended;

	Pages(Function<Optional<String>, Page> fetch) {
		this.fetch = fetch;
	}

	@Override
	public boolean hasNext() {
		return !this.ended;
	}

	@Override
	public Page next() {
		if (this.ended) {
			throw new NoSuchElementException();
		}
		var page = this.fetch.apply(this.cursor);
		this.cursor = page.next();
		this.ended = page.next().isEmpty();
		return page;
	}

}
