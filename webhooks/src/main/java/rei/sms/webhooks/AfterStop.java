package rei.sms.webhooks;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What a stop request still needs between its commit and its answer. */
@Component
class AfterStop {

	private static final Logger log = LoggerFactory.getLogger(AfterStop.class);

	private final LastCalls lastCalls;

	private final StopConfirmation confirmation;

	AfterStop(LastCalls lastCalls, StopConfirmation confirmation) {
		this.lastCalls = lastCalls;
		this.confirmation = confirmation;
	}

	void settle(Kept kept) {
		if (kept.isStop() && kept.sendMayBegin()) {
			this.lastCalls.await(kept.message().sellerPhone());
		}
		if (kept.isStop() && kept.isNew() && this.confirmation.isWanted()) {
			confirm(kept);
		}
	}

	/** The stop is honoured whether or not it can be confirmed. */
	private void confirm(Kept kept) {
		try {
			this.confirmation.confirm(kept.message());
		}
		catch (DataAccessException ex) {
			log.warn("{} is not confirmed", kept.message().sid(), ex);
		}
	}

}
