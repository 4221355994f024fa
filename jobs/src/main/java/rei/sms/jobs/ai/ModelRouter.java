package rei.sms.jobs.ai;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.model.ModelCall;

/**
 * Asks models in a given order until one answers acceptably, so that the cheap and fast
 * ones do most of the work; one that fails or talks nonsense is passed over.
 */
@Component
public final class ModelRouter {

	/** The seed's order. */
	private static final List<ProcessedBy> ORDER = List.of(ProcessedBy.PHI_3_MINI, ProcessedBy.MISTRAL_7B,
			ProcessedBy.GEMMA_2, ProcessedBy.GPT_4O);

	private final Map<ProcessedBy, Engine> engines = new LinkedHashMap<>();

	private final Duration patience;

	private final ModelMeter meter;

	public ModelRouter(ModelProperties properties, Clock clock, ModelMeter meter) {
		ORDER.stream()
			.filter((name) -> properties.endpoint(name).isGiven())
			.forEach((name) -> this.engines.put(name, new Engine(name, properties.endpoint(name), clock)));
		this.patience = properties.patience();
		this.meter = meter;
	}

	/** Whether there is no model to ask. */
	public boolean isEmpty() {
		return this.engines.isEmpty();
	}

	/** Asks all models in the seed's order. */
	public <T> ModelAnswer<T> ask(Question question, Function<JsonNode, Optional<T>> reader) {
		return ask(ORDER, question, reader);
	}

	/**
	 * Asks models.
	 * @param order those to ask; who is not set up is left out
	 * @param reader what an answer of the question's form means, or empty when it is not
	 * acceptable and the next model is to be asked
	 */
	public <T> ModelAnswer<T> ask(Collection<ProcessedBy> order, Question question,
			Function<JsonNode, Optional<T>> reader) {
		var deadline = System.nanoTime() + this.patience.toNanos();
		var form = Schema.of(question.schema());
		var reasons = new ArrayList<String>();
		for (var engine : order.stream().map(this.engines::get).filter((known) -> known != null).toList()) {
			var begun = System.nanoTime();
			var left = Duration.ofNanos(deadline - begun);
			if (!left.isPositive()) {
				break;
			}
			switch (engine.ask(question, left)) {
				case Engine.Said.Something something -> {
					var content = something.completion().content();
					var value = form.allows(content) ? reader.apply(content) : Optional.<T>empty();
					count(engine, question, something.completion(), value.isPresent(), begun);
					if (value.isPresent()) {
						return given(value.get(), engine, something.completion());
					}
					reasons.add(engine.name().label() + ": the answer was not acceptable");
				}
				case Engine.Said.Nothing nothing -> {
					reasons.add(engine.name().label() + ": " + nothing.reason());
					if (nothing.asked()) {
						count(engine, question, Completion.NONE, false, begun);
					}
				}
			}
		}
		return new ModelAnswer.None<>(List.copyOf(reasons));
	}

	private void count(Engine engine, Question question, Completion completion, boolean used, long begun) {
		var tokens = completion.asked() + completion.answered();
		this.meter.count(new ModelCall(engine.name(), question.name(), used, completion.asked(), completion.answered(),
				Duration.ofNanos(System.nanoTime() - begun), engine.cost(tokens)));
	}

	private static <T> ModelAnswer<T> given(T value, Engine engine, Completion completion) {
		return new ModelAnswer.Given<>(value, engine.name(), completion.asked() + completion.answered());
	}

	/** Each model that is set up, and what keeps it from being asked, for doctor. */
	public Map<ProcessedBy, Optional<String>> check() {
		var faults = new LinkedHashMap<ProcessedBy, Optional<String>>();
		this.engines.forEach((name, engine) -> faults.put(name, engine.fault()));
		return faults;
	}

	/** The models that are set up, in the seed's order. */
	public Stream<ProcessedBy> engines() {
		return this.engines.keySet().stream();
	}

}
