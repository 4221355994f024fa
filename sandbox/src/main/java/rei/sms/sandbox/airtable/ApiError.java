package rei.sms.sandbox.airtable;

import java.io.Serial;

import rei.sms.sandbox.http.Answer;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A refusal in one of Airtable's three shapes.
 */
final class ApiError extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private final transient Answer answer;

	private ApiError(Answer answer) {
		super(answer.body(), null, false, false);
		this.answer = answer;
	}

	Answer answer() {
		return this.answer;
	}

	/** The usual shape: type and message. */
	static ApiError of(int status, String type, String message) {
		var error = JSON.objectNode().put("type", type).put("message", message);
		return new ApiError(Answer.json(status, JSON.objectNode().set("error", error)));
	}

	/** The bare shape: a word. */
	static ApiError notFound() {
		return new ApiError(Answer.json(404, JSON.objectNode().put("error", "NOT_FOUND")));
	}

	/** The shape of 429: a list. */
	static ApiError tooMany(String type, String message) {
		var error = JSON.objectNode().put("error", type).put("message", message);
		return new ApiError(Answer.json(429, JSON.objectNode().set("errors", JSON.arrayNode().add(error))));
	}

	static ApiError forbidden() {
		return of(403, "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND",
				"Invalid permissions, or the requested model was not found. Check that both your user and your token "
						+ "have the required permissions, and that the model names and/or ids are correct.");
	}

	static ApiError unauthorized() {
		return of(401, "AUTHENTICATION_REQUIRED", "Authentication required");
	}

	static ApiError invalid(String message) {
		return of(422, "INVALID_REQUEST_UNKNOWN", "Invalid request: " + message);
	}

	static ApiError unknownField(String name) {
		return of(422, "UNKNOWN_FIELD_NAME", "Unknown field name: \"" + name + "\"");
	}

	static ApiError invalidValue(String field, String why) {
		return of(422, "INVALID_VALUE_FOR_COLUMN", "Field \"" + field + "\" " + why);
	}

	static ApiError invalidOption(String option) {
		return of(422, "INVALID_MULTIPLE_CHOICE_OPTIONS",
				"Insufficient permissions to create new select option \"\"" + option + "\"\"");
	}

	static ApiError noSuchRow(String id) {
		return of(422, "ROW_DOES_NOT_EXIST", "Record ID " + id + " does not exist");
	}

	static ApiError invalidFormula(String why) {
		return of(422, "INVALID_FILTER_BY_FORMULA", "The formula for filtering records is invalid: " + why);
	}

	static ApiError cursorExpired() {
		return of(422, "LIST_RECORDS_ITERATOR_NOT_AVAILABLE",
				"The iterator is no longer available. Start the listing again.");
	}

	static ApiError rateLimit() {
		return tooMany("RATE_LIMIT_REACHED", "Rate limit exceeded. Please try again later");
	}

	static ApiError billingLimit() {
		return tooMany("PUBLIC_API_BILLING_LIMIT_EXCEEDED",
				"The API billing plan limit is exceeded. Upgrade or wait for the next month.");
	}

}
