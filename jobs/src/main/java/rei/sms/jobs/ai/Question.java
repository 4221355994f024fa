package rei.sms.jobs.ai;

import java.util.List;

/**
 * What a model is asked about a thread.
 *
 * @param name what the answer is called, in lower case and underscores
 * @param instructions what to do, in our own words only
 * @param thread the latest messages, oldest first; the last one is what it is about
 * @param schema the JSON schema of the answer, an object
 * @param longest tokens of the answer
 */
public record Question(String name, String instructions, List<Line> thread, String schema, int longest) {

	@Override
	public String toString() {
		return "Question[" + this.name + "]";
	}

}
