package rei.sms.jobs;

import java.time.Duration;
import java.util.List;

import org.springframework.test.context.DynamicPropertyRegistry;

import rei.sms.sandbox.model.ModelOptions;
import rei.sms.sandbox.model.ModelStandIn;
import rei.sms.sandbox.model.Mood;

/** The four engines as stand-ins that a test scripts and breaks. */
public record ModelStandIns(ModelStandIn phi, ModelStandIn mistral, ModelStandIn gemma, ModelStandIn gpt) {

	/** All four, on free ports. */
	public static ModelStandIns start() {
		return new ModelStandIns(ModelStandIn.start(ModelOptions.DEFAULT), ModelStandIn.start(ModelOptions.DEFAULT),
				ModelStandIn.start(ModelOptions.DEFAULT), ModelStandIn.start(ModelOptions.DEFAULT));
	}

	/** The settings that point to them. */
	public void register(DynamicPropertyRegistry registry) {
		register(registry, "phi3-mini", this.phi);
		register(registry, "mistral-7b", this.mistral);
		register(registry, "gemma-2", this.gemma);
		register(registry, "gpt-4o", this.gpt);
		registry.add("models.patience", () -> "6s");
		registry.add("models.budget", () -> "20s");
	}

	private static void register(DynamicPropertyRegistry registry, String engine, ModelStandIn model) {
		registry.add("models." + engine + ".url", model::url);
		registry.add("models." + engine + ".key", model::key);
		registry.add("models." + engine + ".model", () -> engine);
		registry.add("models." + engine + ".timeout", () -> "1500ms");
		registry.add("models." + engine + ".cost", () -> "1");
	}

	/** Sensible and quick again, as after their start. */
	public void recover() {
		all().forEach((model) -> {
			model.forget();
			model.mood(Mood.SENSIBLE);
			model.latency(Duration.ZERO);
		});
	}

	/** All four. */
	public List<ModelStandIn> all() {
		return List.of(this.phi, this.mistral, this.gemma, this.gpt);
	}

	/** Ends them. */
	public void close() {
		all().forEach(ModelStandIn::close);
	}

}
