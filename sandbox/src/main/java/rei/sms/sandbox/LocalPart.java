package rei.sms.sandbox;

import java.util.function.Consumer;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;

/**
 * A stand-in that runs in this process and writes down what happens to it.
 */
record LocalPart<A>(A access, Supplier<JsonNode> views, Consumer<String> inbound, Journal journal,
		Runnable stop) implements Part<A> {

	@Override
	public JsonNode view() {
		return this.views.get();
	}

	@Override
	public void inboundUrl(String url) {
		this.inbound.accept(url);
	}

	@Override
	public void close() {
		this.stop.run();
		this.journal.close();
	}

}
