package rei.sms.jobs.textgrid;

import java.util.Optional;

import org.springframework.stereotype.Component;

import rei.sms.db.message.MessageSid;
import rei.sms.jobs.http.Rejected;
import rei.sms.jobs.http.Unavailable;

/** Asks the provider for a message that nobody has: that shows whether it knows us. */
@Component
public final class ProviderCheck {

	private static final MessageSid NOBODYS = new MessageSid("doctor");

	private final TextGridClient client;

	ProviderCheck(TextGridClient client) {
		this.client = client;
	}

	/** What keeps us from sending, if anything does. */
	public Optional<String> fault() {
		try {
			this.client.lookUp(NOBODYS);
			return Optional.empty();
		}
		catch (Rejected ex) {
			return Optional.of((ex.status() == 401 || ex.status() == 403) ? "it refuses our account or its secret"
					: String.valueOf(ex.getMessage()));
		}
		catch (Unavailable ex) {
			return Optional.of(String.valueOf(ex.getMessage()));
		}
	}

}
