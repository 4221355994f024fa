package rei.sms.sandbox;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;

/**
 * A stand-in that runs in this process and is kept in a file.
 */
record LocalPart<A>(A access, Supplier<JsonNode> views, Consumer<String> inbound, StateFile state,
		Runnable stop) implements Part<A> {

	/** Starts keeping {@code save}'s answer in the part's file. */
	static <A> LocalPart<A> of(A access, Supplier<JsonNode> views, Consumer<String> inbound, PartFiles files,
			LongSupplier version, Supplier<JsonNode> save, Runnable stop) {
		return new LocalPart<>(access, views, inbound, StateFile.keep(files, version, save), stop);
	}

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
		this.state.close();
	}

}
