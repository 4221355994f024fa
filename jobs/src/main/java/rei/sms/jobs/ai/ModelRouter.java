package rei.sms.jobs.ai;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import rei.sms.db.conversation.ProcessedBy;

/**
 * Asks the models in the seed's order until one answers acceptably, so that the cheap and
 * fast ones do most of the work.
 */
@Component
public final class ModelRouter {

	private static final List<ProcessedBy> ORDER = List.of(ProcessedBy.PHI_3_MINI, ProcessedBy.MISTRAL_7B,
			ProcessedBy.GEMMA_2, ProcessedBy.GPT_4O);

	private final List<Engine> engines;

	private final Duration patience;

	public ModelRouter(ModelProperties properties, Clock clock) {
		this.engines = ORDER.stream()
			.filter((name) -> properties.endpoint(name).isGiven())
			.map((name) -> new Engine(name, properties.endpoint(name), clock))
			.toList();
		this.patience = properties.patience();
	}

	/** Whether there is any model to ask. */
	public boolean isEmpty() {
		return this.engines.isEmpty();
	}

	/**
	 * Asks the models.
	 * @param reader what an answer means, or empty when it is not acceptable and the next
	 * model is to be asked
	 */
	public <T> ModelAnswer<T> ask(Question question, Function<JsonNode, Optional<T>> reader) {
		var deadline = System.nanoTime() + this.patience.toNanos();
		var reasons = new ArrayList<String>();
		for (var engine : this.engines) {
			var left = Duration.ofNanos(deadline - System.nanoTime());
			if (!left.isPositive()) {
				break;
			}
			switch (engine.ask(question, left)) {
				case Engine.Said.Something something -> {
					var value = reader.apply(something.completion().content());
					if (value.isPresent()) {
						return given(value.get(), engine, something.completion());
					}
					reasons.add(engine.name().label() + ": the answer was not acceptable");
				}
				case Engine.Said.Nothing nothing -> reasons.add(engine.name().label() + ": " + nothing.reason());
			}
		}
		return new ModelAnswer.None<>(List.copyOf(reasons));
	}

	private static <T> ModelAnswer<T> given(T value, Engine engine, Completion completion) {
		return new ModelAnswer.Given<>(value, engine.name(), completion.asked() + completion.answered());
	}

	/** Each model that is set up, and what keeps it from being asked, for doctor. */
	public Map<ProcessedBy, Optional<String>> check() {
		var faults = new LinkedHashMap<ProcessedBy, Optional<String>>();
		this.engines.forEach((engine) -> faults.put(engine.name(), engine.fault()));
		return faults;
	}

	/** The models that are set up, in the order in which they are asked. */
	public Stream<ProcessedBy> engines() {
		return this.engines.stream().map(Engine::name);
	}

}
