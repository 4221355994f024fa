package rei.sms.config;

import java.time.Instant;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import rei.sms.db.contact.Contact;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.rules.Atlas;
import rei.sms.jobs.rules.QuietHours;
import rei.sms.jobs.rules.QuietWindow;
import rei.sms.jobs.rules.StateHours;
import rei.sms.jobs.rules.TextingTime.Closed;
import rei.sms.jobs.rules.Whereabouts;
import rei.sms.ops.api.TextingHours;

/**
 * When a contact's hours next allow a text, so that a person who writes at night hears
 * when it goes. The gate asks again at that moment.
 */
@Component
class SellerHours implements TextingHours {

	private final QuietHours hours;

	@Autowired
	SellerHours(SendingProperties sending) {
		this(sending.quietWindow());
	}

	SellerHours(QuietWindow window) {
		this.hours = new QuietHours(StateHours.standard(), window);
	}

	@Override
	public Instant opens(Contact contact, Instant now) {
		return (this.hours.at(now, whereabouts(contact)) instanceof Closed closed) ? closed.opens() : now;
	}

	private static Whereabouts whereabouts(Contact contact) {
		return contact.states().isEmpty() ? Atlas.standard().of(contact.phone())
				: Whereabouts.of(contact.states(), contact.zones());
	}

}
