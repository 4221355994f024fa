package rei.sms.jobs.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the first text to an owner must say: who writes and how to opt out. */
public final class FirstTouch {

	private static final Pattern OPT_OUT = Pattern.compile(
			"(?iu)\\b(stop|unsubscribe|opt[ -]?out|end)\\b.{0,40}\\b(opt|stop|end|unsubscribe|quit|texts?|messages?|out)\\b"
					+ "|\\b(reply|text|txt|send|say|responda|envie|envíe|conteste)\\b.{0,12}\\b(stop|end|quit|unsubscribe|alto)\\b"
					+ "|\\bopt[ -]?out\\b");

	private FirstTouch() {
	}

	/**
	 * What a rendered first text fails to say.
	 * @param ours the agent's and the company's names; one of them must be in it
	 */
	public static List<Lack> lacks(String text, Collection<String> ours) {
		var lacks = new ArrayList<Lack>();
		var lower = text.toLowerCase(Locale.ROOT);
		if (ours.stream()
			.filter((name) -> !name.isBlank())
			.noneMatch((name) -> lower.contains(name.strip().toLowerCase(Locale.ROOT)))) {
			lacks.add(Lack.SENDER);
		}
		if (!OPT_OUT.matcher(text).find()) {
			lacks.add(Lack.OPT_OUT);
		}
		return lacks;
	}

	/** What a first text may lack. */
	public enum Lack {

		/** It names neither the agent nor the company. */
		SENDER,
		/** It does not say how to opt out. */
		OPT_OUT

	}

}
