package rei.sms.webhooks;

import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import rei.sms.db.contact.Contacts;
import rei.sms.db.inbox.InboundMessage;
import rei.sms.db.inbox.Request;
import rei.sms.db.operations.PersonList;
import rei.sms.db.suppression.Suppression;
import rei.sms.db.suppression.SuppressionReason;
import rei.sms.db.suppression.Suppressions;

/**
 * Suppresses who asks to stop and lifts it for who asks to start, in the order they came.
 */
@Component
class OptOutRequests {

	private static final Logger log = LoggerFactory.getLogger(OptOutRequests.class);

	private final Suppressions suppressions;

	private final Contacts contacts;

	private final PersonList persons;

	OptOutRequests(Suppressions suppressions, Contacts contacts, PersonList persons) {
		this.suppressions = suppressions;
		this.contacts = contacts;
		this.persons = persons;
	}

	/** Honours what these texts ask; the caller's transaction. */
	void honour(List<InboundMessage> messages) {
		var stops = new ArrayList<InboundMessage>();
		for (var message : messages) {
			switch (message.request()) {
				case STOP, STOP_DOUBTFUL -> stops.add(message);
				case START -> {
					suppress(stops);
					stops.clear();
					lift(message);
				}
				case HELP, NONE -> {
				}
			}
		}
		suppress(stops);
	}

	private void suppress(List<InboundMessage> stops) {
		this.suppressions.suppress(stops.stream().map(OptOutRequests::suppression).toList());
		stops.stream().filter((stop) -> stop.request() == Request.STOP_DOUBTFUL).forEach(this::askPerson);
		stops.forEach((stop) -> log.info("{} opts {} out", stop.sid(), stop.sellerPhone().masked()));
	}

	private void askPerson(InboundMessage stop) {
		this.persons.add(PersonList.DOUBTFUL_STOP, stop.conversationId(), stop.sellerPhone(),
				PersonList.HONOURED_IN_DOUBT, null, stop.receivedAt());
	}

	private void lift(InboundMessage start) {
		if (this.suppressions.lift(start.sellerPhone(), "START", start.receivedAt())) {
			this.contacts.liftStop(start.sellerPhone());
			log.info("{} lifts the stop of {}", start.sid(), start.sellerPhone().masked());
		}
	}

	private static Suppression suppression(InboundMessage stop) {
		return new Suppression(stop.sellerPhone(), SuppressionReason.STOP, null, stop.body(), stop.sid().value(),
				stop.receivedAt());
	}

}
