package rei.sms.ops.pages;

import java.io.Serial;

/** What a page was asked for is not there. */
public class NotThere extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

}
