package rei.sms.config.roles;

/** The role cannot be taken; the message says why and what to do. */
class WontStart extends RuntimeException {

	private static final long serialVersionUID = 1L;

	WontStart(String message) {
		super(message);
	}

}
