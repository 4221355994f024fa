package rei.sms.ops.today;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Conditional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import rei.sms.db.kpi.Activity;
import rei.sms.ops.access.PagesOn;

/**
 * Keeps the hours counted while somebody looks. The last days are counted at once; after
 * a longer absence nobody waits for it.
 */
@Component
@Conditional(PagesOn.class)
public class Tally {

	private static final Logger log = LoggerFactory.getLogger(Tally.class);

	private static final Duration AT_ONCE = Duration.ofHours(30);

	private final Activity activity;

	private final Clock clock;

	private final AtomicBoolean counting = new AtomicBoolean();

	Tally(Activity activity, Clock clock) {
		this.activity = activity;
		this.clock = clock;
	}

	/** Brings the hours up to date; answers whether they are. */
	public boolean isUpToDate() {
		var now = this.clock.instant();
		var open = this.activity.open(now);
		if (open.isEmpty()) {
			return true;
		}
		if (open.get().isAfter(now.minus(AT_ONCE))) {
			count(open.get(), now);
			return true;
		}
		Thread.ofVirtual().name("ops-tally").start(() -> count(open.get(), now));
		return false;
	}

	private void count(Instant from, Instant now) {
		if (!this.counting.compareAndSet(false, true)) {
			return;
		}
		try {
			this.activity.count(from, now);
		}
		catch (DataAccessException ex) {
			log.warn("the hours since {} could not be counted: {}", from, ex.getClass().getSimpleName());
		}
		finally {
			this.counting.set(false);
		}
	}

}
