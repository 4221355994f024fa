package rei.sms.jobs.intent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads a work-list some way ahead, so that the classifier gets many messages at once.
 * What was read ahead of a run that ends is not lost: nothing but a committed chunk takes
 * a message off the list.
 */
class ReadAhead implements ItemStreamReader<Heard> {

	/** A share for each core that holds enough of each length to be read together. */
	private static final int MESSAGES = 250 * EmbeddedReading.CORES;

	private final ItemStreamReader<Unclassified> list;

	private final EmbeddedReading embedded;

	private final Queue<Heard> ahead = new ArrayDeque<>();

	ReadAhead(ItemStreamReader<Unclassified> list, EmbeddedReading embedded) {
		this.list = list;
		this.embedded = embedded;
	}

	@Override
	public @Nullable Heard read() throws Exception {
		if (this.ahead.isEmpty()) {
			this.ahead.addAll(this.embedded.of(next()));
		}
		return this.ahead.poll();
	}

	private List<Unclassified> next() throws Exception {
		var messages = new ArrayList<Unclassified>(MESSAGES);
		for (var message = this.list.read(); message != null; message = this.list.read()) {
			messages.add(message);
			if (messages.size() == MESSAGES) {
				break;
			}
		}
		return messages;
	}

	@Override
	public void open(ExecutionContext context) {
		this.list.open(context);
	}

	@Override
	public void update(ExecutionContext context) {
		this.list.update(context);
	}

	@Override
	public void close() {
		this.ahead.clear();
		this.list.close();
	}

}
