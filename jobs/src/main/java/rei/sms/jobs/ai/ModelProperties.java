package rei.sms.jobs.ai;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import rei.sms.db.conversation.ProcessedBy;

/**
 * The models that may be asked; one without an address is skipped.
 *
 * @param phi3Mini asked first
 * @param mistral7b asked second
 * @param gemma2 asked third
 * @param gpt4o asked last
 * @param patience for one question, over all models
 * @param budget for all questions of one run; what it is too short for goes on without
 */
@ConfigurationProperties("models")
public record ModelProperties(@DefaultValue Endpoint phi3Mini, @DefaultValue Endpoint mistral7b,
		@DefaultValue Endpoint gemma2, @DefaultValue Endpoint gpt4o, @DefaultValue("20s") Duration patience,
		@DefaultValue("60s") Duration budget) {

	/**
	 * One OpenAI-compatible endpoint.
	 *
	 * @param url the API's address, ending in {@code /v1}
	 * @param model the model's name there
	 * @param key what opens it, if anything does
	 * @param timeout for one answer
	 * @param concurrency questions at once
	 * @param cost dollars for a million tokens
	 */
	public record Endpoint(@DefaultValue("") String url, @DefaultValue("") String model, @DefaultValue("") String key,
			@DefaultValue("8s") Duration timeout, @DefaultValue("4") int concurrency, @DefaultValue("0") double cost) {

		boolean isGiven() {
			return !this.url.isBlank();
		}

		@Override
		public String toString() {
			return "Endpoint[" + this.model + "]";
		}

	}

	Endpoint endpoint(ProcessedBy engine) {
		return switch (engine) {
			case PHI_3_MINI -> this.phi3Mini;
			case MISTRAL_7B -> this.mistral7b;
			case GEMMA_2 -> this.gemma2;
			case GPT_4O -> this.gpt4o;
			case PHI_3_MEDIUM, CAMPAIGN_RUNNER, AUTORESPONDER, MANUAL -> new Endpoint("", "", "", Duration.ZERO, 1, 0);
		};
	}

}
