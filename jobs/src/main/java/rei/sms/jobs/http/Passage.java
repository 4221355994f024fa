package rei.sms.jobs.http;

import java.io.IOException;
import java.io.Serial;

/** How far one request got on its way; travels with the request as its tag. */
final class Passage {

	private final Departure departure;

	private volatile boolean gone;

	Passage(Departure departure) {
		this.departure = departure;
	}

	void connected() throws IOException {
		try {
			this.departure.connected().run();
		}
		catch (RuntimeException ex) {
			throw new Withheld(ex);
		}
	}

	/** Passes the fence; from here on the vendor may have the request. */
	void leave() throws IOException {
		if (!open()) {
			throw new Withheld(new Unavailable("withheld at the last moment", Outcome.NOT_SENT));
		}
		this.gone = true;
	}

	void left() {
		this.departure.left().run();
	}

	private boolean open() throws IOException {
		try {
			return this.departure.fence().getAsBoolean();
		}
		catch (RuntimeException ex) {
			throw new Withheld(ex);
		}
	}

	Outcome outcome() {
		return this.gone ? Outcome.UNKNOWN : Outcome.NOT_SENT;
	}

	/** OkHttp gives its connections back only after an {@link IOException}. */
	static final class Withheld extends IOException {

		@Serial
		private static final long serialVersionUID = 1L;

		private final RuntimeException reason;

		Withheld(RuntimeException reason) {
			super(reason);
			this.reason = reason;
		}

		RuntimeException reason() {
			return this.reason;
		}

	}

}
