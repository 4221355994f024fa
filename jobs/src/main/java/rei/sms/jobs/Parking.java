package rei.sms.jobs;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.listener.SkipListener;
import org.springframework.core.NestedExceptionUtils;

import rei.sms.db.operations.ParkedRecords;

/**
 * Sets a record aside that its step cannot take, with the error, so that the others go
 * on.
 */
class Parking<I extends Keyed, O extends Keyed> implements SkipListener<I, O> {

	private static final Logger log = LoggerFactory.getLogger(Parking.class);

	private final String job;

	private final String step;

	private final ParkedRecords parked;

	private final Clock clock;

	Parking(String job, String step, ParkedRecords parked, Clock clock) {
		this.job = job;
		this.step = step;
		this.parked = parked;
		this.clock = clock;
	}

	@Override
	public void onSkipInProcess(I item, Throwable error) {
		park(item, error);
	}

	@Override
	public void onSkipInWrite(O item, Throwable error) {
		park(item, error);
	}

	private void park(Keyed item, Throwable error) {
		var cause = NestedExceptionUtils.getMostSpecificCause(error);
		log.warn("{} {} parked: {}", this.step, item.key(), cause.getClass().getSimpleName());
		this.parked.park(this.job, this.step, item.key(), cause.getClass().getSimpleName() + ": " + cause.getMessage(),
				this.clock.instant());
	}

}
