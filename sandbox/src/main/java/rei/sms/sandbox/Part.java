package rei.sms.sandbox;

import tools.jackson.databind.JsonNode;

/**
 * A stand-in that one process runs and all processes of the sandbox use.
 *
 * @param <A> what its clients need
 */
interface Part<A> extends AutoCloseable {

	A access();

	/** What the page shows of it. */
	JsonNode view();

	/** Where phones' texts go from now on; only TextGrid listens. */
	void inboundUrl(String url);

	@Override
	void close();

}
