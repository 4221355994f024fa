package rei.sms.jobs.rules;

import java.util.List;

import rei.sms.db.message.Segments;

/** What became of a template for one recipient. */
public sealed interface Rendering {

	/** A text that may go out, in plain quotes and dashes, and what it costs. */
	record Rendered(String text, Segments segments) implements Rendering {
	}

	/** Placeholders that stand for nothing: the text must not go out. */
	record Unresolved(List<String> names) implements Rendering {
	}

	/** More characters than the provider takes. */
	record TooLong(int length) implements Rendering {
	}

}
