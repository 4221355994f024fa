package rei.sms.sandbox.http;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * What a stand-in answers.
 *
 * @param records how many records the answer is about, for the request log
 */
public record Answer(int status, String contentType, Map<String, String> headers, String body, int records) {

	public static Answer json(int status, JsonNode body) {
		return new Answer(status, "application/json; charset=utf-8", Map.of(), body.toString(), 0);
	}

	public static Answer html(int status, String body) {
		return new Answer(status, "text/html; charset=utf-8", Map.of(), body, 0);
	}

	/**
	 * The same answer with one more header.
	 */
	public Answer with(String header, String value) {
		var more = new LinkedHashMap<>(this.headers);
		more.put(header, value);
		return new Answer(this.status, this.contentType, Map.copyOf(more), this.body, this.records);
	}

	/**
	 * The same answer, counted as {@code number} records.
	 */
	public Answer about(int number) {
		return new Answer(this.status, this.contentType, this.headers, this.body, number);
	}

}
