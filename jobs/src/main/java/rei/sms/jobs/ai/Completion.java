package rei.sms.jobs.ai;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A model's answer.
 *
 * @param content an object as the question's schema asks for it
 * @param asked tokens of the question
 * @param answered tokens of the answer
 */
public record Completion(JsonNode content, int asked, int answered) {

	/** Of a model that said nothing. */
	static final Completion NONE = new Completion(MissingNode.getInstance(), 0, 0);

	@Override
	public String toString() {
		return "Completion[" + this.asked + ", " + this.answered + "]";
	}

}
