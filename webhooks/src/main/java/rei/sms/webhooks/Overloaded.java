package rei.sms.webhooks;

import java.io.Serial;

/** More is waiting for Postgres than can be kept in good time: come again. */
final class Overloaded extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	Overloaded() {
		super("too much is waiting", null, false, false);
	}

}
